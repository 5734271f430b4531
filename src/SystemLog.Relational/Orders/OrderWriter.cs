using System.Data.Common;
using Dapper;
using SystemLog.Orders.Notices;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>Saves changes: all of each, or nothing.</summary>
/// <remarks>
/// One batch does everything and counts. Whoever comes second waits at the order's row, finds another version there and counts less, and all that
/// the batch did is rolled back, in a transaction of the host to where it began, so that this stays usable. No statement raises a unique violation.
/// </remarks>
internal sealed class OrderWriter(RelationalDatabase database)
{
    private readonly OrderMessages _messages = new(database);
    private readonly WorkWriter _work = new(database);

    private readonly BulkStatement<int> _begin = database.Bulk("savepoint systemlog_order", new BulkColumns<int>());
    private readonly BulkStatement<int> _takeBack = database.Bulk("rollback to savepoint systemlog_order", new BulkColumns<int>());
    private readonly BulkStatement<int> _end = database.Bulk("release savepoint systemlog_order", new BulkColumns<int>());

    /// <summary>Saves a change in a transaction of its own.</summary>
    public async Task<OrderSaved> SaveAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        if (await database.WriteAsync(connection => FitsAsync(connection, write, ([], []), cancellationToken), fits => fits, cancellationToken))
        {
            _work.Announce(write.Work);
            return OrderSaved.Saved;
        }

        return await database.ReadAsync(connection => WhyNotAsync(connection, write, cancellationToken), cancellationToken);
    }

    /// <summary>Saves a change in a transaction that goes on.</summary>
    public async Task<OrderSaved> SaveAsync(DbConnection connection, OrderWrite write, CancellationToken cancellationToken)
    {
        var saved = OrderSaved.Saved;
        if (!await FitsAsync(connection, write, ([Once(_begin)], _work.Announcing(write.Work)), cancellationToken))
        {
            await database.ExecuteAsync(connection, [Once(_takeBack)], cancellationToken);
            saved = await WhyNotAsync(connection, write, cancellationToken);
        }

        await database.ExecuteAsync(connection, [Once(_end)], cancellationToken);
        return saved;
    }

    /// <summary>Writes everything, and returns whether all of it found its place.</summary>
    private async Task<bool> FitsAsync(
        DbConnection connection, OrderWrite write, (IReadOnlyList<BulkRun> Before, IReadOnlyList<BulkRun> After) around, CancellationToken cancellationToken)
    {
        var written = await database.ExecuteAsync(
            connection,
            [
                .. around.Before,
                _messages.Reverting(write),
                BulkRun.Of(write switch { { Change.Sequence: 1 } => _insertState, { Reverts: null } => _moveState, _ => _moveStateBack }, [write]),
                BulkRun.Of<OrderWrite>(_insertChange, write.Change is null ? [] : [write]),
                _messages.Keeping(write),
                .. _work.Enqueuing(write.Work, isInTurn: write.Work.All(IsQueuedHereOnly)),
                .. around.After,
            ],
            cancellationToken);
        var first = around.Before.Count;
        return written[first + 1] == 1 && written[first + 2] == (write.Change is null ? 0 : 1) && written[first + 3] == write.Messages.Count;
    }

    // Whoever queues these holds the order's row, so that they come in their order anyway.
    private static bool IsQueuedHereOnly(NewWork work) => work.Kind != ResumedHandler.Name;

    private async Task<OrderSaved> WhyNotAsync(DbConnection connection, OrderWrite write, CancellationToken cancellationToken) =>
        await IsDoneAsync(connection, write, cancellationToken) ? OrderSaved.SameCommand : OrderSaved.Conflict;

    private readonly BulkStatement<OrderWrite> _insertState = database.Bulk(
        $"insert into systemlog.order_state {database.OneRow(OrderColumns.Stored())} on conflict do nothing", OrderColumns.Stored());

    private readonly BulkStatement<OrderWrite> _moveState = database.Bulk(MoveState(database), Moved());

    private readonly BulkStatement<OrderWrite> _moveStateBack = database.Bulk(
        $"""
        {MoveState(database)} and not exists (
            select 1 from systemlog.order_message m
            where {database.OfOrder("m")} and m.cause = {database.One("reverts")}
                and m.state not in ({(long)MessageState.Planned}, {(long)MessageState.Suppressed}))
        """,
        Moved().Text("reverts", write => write.Reverts));

    // The status beside the version keeps the history contiguous even where a caller has mixed something up.
    private static string MoveState(RelationalDatabase database) =>
        $"""
        update systemlog.order_state as s set {database.Set(new BulkColumns<OrderWrite>().Status(write => write.State))}
        where {database.OfOrder("s")} and s.version = {database.One("seen_version")} and s.status = {database.One("seen_status")}
        """;

    private static BulkColumns<OrderWrite> Moved() => new BulkColumns<OrderWrite>()
        .Key(write => write.State.Order)
        .Status(write => write.State)
        .Number("seen_version", write => write.Change is null ? write.State.Version : write.Change.Sequence - 1)
        .Text("seen_status", write => write.Change is null ? write.State.Status : write.Change.From);

    private readonly BulkStatement<OrderWrite> _insertChange = database.Bulk(
        $"insert into systemlog.status_change {database.OneRow(ChangeRow.Stored())} on conflict do nothing", ChangeRow.Stored());

    private readonly string _isCommandDone = database.Sql(
        "select exists (select 1 from systemlog.status_change c where c.shop_id = @Shop and c.command_id = @Command)");

    private async Task<bool> IsDoneAsync(DbConnection connection, OrderWrite write, CancellationToken cancellationToken)
    {
        if (write.Change is not { } change)
        {
            return await _messages.AreKeptAsync(connection, write, cancellationToken);
        }

        return change.CommandId is { } command && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            _isCommandDone, new { write.State.Order.Shop, Command = command }, cancellationToken: cancellationToken));
    }

    private static BulkRun Once(BulkStatement<int> statement) => BulkRun.Of(statement, [0]);
}
