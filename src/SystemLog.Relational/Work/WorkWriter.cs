using System.Data.Common;

namespace SystemLog.Work;

/// <summary>Queues items, in the transaction of what causes them.</summary>
internal sealed class WorkWriter(RelationalDatabase database)
{
    private readonly BulkStatement<NewWork> _enqueue = database.Bulk(
        $"""
        insert into systemlog.work_item ($columns, queued_at)
        select $columns, {database.Now} from $rows r where true
        on conflict (shop_id, kind, key) do nothing
        returning id
        """,
        Columns());

    private readonly BulkStatement<NewWork> _enqueueOne = database.Bulk(
        $"""
        insert into systemlog.work_item {database.OneRow(Columns(), ("queued_at", database.Now))}
        on conflict (shop_id, kind, key) do nothing
        returning id
        """,
        Columns());

    private static BulkColumns<NewWork> Columns() => new BulkColumns<NewWork>()
        .Text("shop_id", work => work.Shop)
        .Text("kind", work => work.Kind)
        .Text("key", work => work.Key)
        .Text("subject_type", work => work.Subject?.Type)
        .Text("subject_number", work => work.Subject?.Number)
        .Number("state", _ => (long)WorkState.Waiting)
        .Number("due_at", work => work.DueAt.ToUnixTimeMilliseconds())
        .Text("order_key", work => work.OrderKey)
        .Text("payload", work => work.Payload)
        .Number("payload_version", work => work.PayloadVersion)
        .Number("attempts", _ => 0)
        .Number("tries", _ => 0)
        .Number("token", _ => 0);

    /// <summary>Queues the items that are new, tells the other nodes when the transaction commits, and returns how many are new.</summary>
    public async Task<int> EnqueueAsync(DbConnection connection, IReadOnlyList<NewWork> work, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(connection, TakingTurns(work), cancellationToken);
        var queued = await database.QueryAsync(connection, StatementFor(work), work, reader => reader.GetInt64(0), cancellationToken);
        if (queued.Count > 0)
        {
            await database.ExecuteAsync(connection, Announcing(work), cancellationToken);
        }

        return queued.Count;
    }

    /// <summary>Returns what queues the items that are new, to be sent with other statements.</summary>
    /// <param name="work">The items.</param>
    /// <param name="isInTurn">Whether a lock that is held already lets only one at a time queue for their order keys.</param>
    public IReadOnlyList<BulkRun> Enqueuing(IReadOnlyList<NewWork> work, bool isInTurn) =>
        work.Count == 0 ? [] : [.. isInTurn ? [] : TakingTurns(work), BulkRun.Of(StatementFor(work), work)];

    /// <summary>Returns what tells the other nodes of the items when the transaction commits, to be sent with other statements.</summary>
    public IReadOnlyList<BulkRun> Announcing(IReadOnlyList<NewWork> work) => work.Count == 0 ? [] : database.AnnouncingWork(KindsOf(work));

    /// <summary>Tells the other nodes of items that are committed. PostgreSQL lets one transaction with a notice commit after the other, so a busy writer
    /// does better to send it afterwards.</summary>
    public void Announce(IReadOnlyList<NewWork> work) => database.AnnounceWork(KindsOf(work));

    private BulkStatement<NewWork> StatementFor(IReadOnlyList<NewWork> work) => work.Count == 1 ? _enqueueOne : _enqueue;

    private IReadOnlyList<BulkRun> TakingTurns(IReadOnlyList<NewWork> work)
    {
        var orders = work.Where(one => one.OrderKey is not null).Select(one => (one.Shop, one.OrderKey!)).Distinct().ToList();
        return orders.Count == 0 ? [] : database.TakingTurns(orders);
    }

    private static List<string> KindsOf(IReadOnlyList<NewWork> work) => [.. work.Select(one => one.Kind).Distinct(StringComparer.Ordinal)];
}
