using System.Data.Common;
using SystemLog.Timeline;

namespace SystemLog.Orders;

/// <summary>Keeps what the host and the staff tell of an order beside its status, and notes in the timeline what people did.</summary>
internal sealed class OrderFacts(RelationalDatabase database)
{
    private readonly TimelineWriter _timeline = new(database);

    private readonly BulkStatement<(OrderSnapshot Told, DateTimeOffset At)> _updateSnapshot = database.Bulk(
        $"""
        update systemlog.order_state as s set {database.Set(new BulkColumns<(OrderSnapshot Told, DateTimeOffset At)>().Snapshot(row => row))}
        where {database.OfOrder("s")} and coalesce(s.last_modified_at, s.snapshot_at) <= {database.One("modified_at")}
        """,
        new BulkColumns<(OrderSnapshot Told, DateTimeOffset At)>()
            .Key(row => OrderOf(row.Told))
            .Snapshot(row => row)
            .Number("modified_at", row => (row.Told.LastModifiedAt ?? row.At).ToUnixTimeMilliseconds()));

    /// <summary>Keeps a snapshot, unless a newer one is kept, and returns whether it is.</summary>
    public async Task<bool> UpdateSnapshotAsync(
        DbConnection connection, (OrderSnapshot Told, DateTimeOffset At) snapshot, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(connection, _updateSnapshot, [snapshot], cancellationToken) == 1;

    private readonly BulkStatement<(OrderRef Order, bool On)> _switchMessages = database.Bulk(
        $"""
        update systemlog.order_state as s set sends_messages = {database.One("is_on")}
        where {database.OfOrder("s")} and s.sends_messages <> {database.One("is_on")}
        """,
        new BulkColumns<(OrderRef Order, bool On)>().Key(row => row.Order).Number("is_on", row => row.On ? 1 : 0));

    /// <summary>Turns messages on or off and returns whether they were set differently.</summary>
    public async Task<bool> SwitchMessagesAsync(
        DbConnection connection, (OrderRef Order, bool On) row, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(connection, _switchMessages, [row], cancellationToken) == 1
        && await TellAsync(connection, row.Order, new(row.On ? TimelineKind.OrderMessagesOn : TimelineKind.OrderMessagesOff, by.Actor, by.At, null), cancellationToken);

    private readonly BulkStatement<(OrderRef Order, HandOver HandOver)> _handOver = database.Bulk(
        $"""
        update systemlog.order_state as s set {database.Set(new BulkColumns<(OrderRef Order, HandOver HandOver)>().HandOver(row => row.HandOver))}
        where {database.OfOrder("s")} and (
            s.handed_over_at is distinct from {database.One("handed_over_at")} or s.handed_over_by_id is distinct from {database.One("handed_over_by_id")}
            or s.carrier is distinct from {database.One("carrier")} or s.tracking_number is distinct from {database.One("tracking_number")})
        """,
        new BulkColumns<(OrderRef Order, HandOver HandOver)>().Key(row => row.Order).HandOver(row => row.HandOver));

    /// <summary>Keeps that the goods have left and returns whether that is new.</summary>
    public async Task<bool> HandOverAsync(DbConnection connection, (OrderRef Order, HandOver HandOver) row, CancellationToken cancellationToken)
    {
        var text = string.Join(", ", new[] { row.HandOver.Carrier, row.HandOver.TrackingNumber }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return await database.ExecuteAsync(connection, _handOver, [row], cancellationToken) == 1
            && await TellAsync(
                connection, row.Order, new(TimelineKind.OrderHandedOver, row.HandOver.By, row.HandOver.At, text.Length == 0 ? null : text), cancellationToken);
    }

    private readonly BulkStatement<OrderRef> _isThere = database.Bulk(
        $"select 1 from systemlog.order_state s where {database.OfOrder("s")}", new BulkColumns<OrderRef>().Key(order => order));

    /// <summary>Notes something and returns whether there is such an order.</summary>
    public async Task<bool> NoteAsync(
        DbConnection connection, OrderRef order, string text, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken)
    {
        var there = await database.QueryAsync(connection, _isThere, [order], _ => true, cancellationToken);
        return there.Count > 0 && await TellAsync(connection, order, new(TimelineKind.OrderNoted, by.Actor, by.At, text), cancellationToken);
    }

    private async Task<bool> TellAsync(DbConnection connection, OrderRef order, Told told, CancellationToken cancellationToken)
    {
        var actor = told.Actor with
        {
            Id = OrderTexts.Cut(told.Actor.Id, OrderTexts.MaxName)!,
            Name = OrderTexts.Cut(told.Actor.Name, OrderTexts.MaxName)!,
        };
        var text = OrderTexts.Cut(told.Text, ChangeOptions.MaxNoteLength);
        await _timeline.AppendAsync(
            connection, [new(order.Shop, order.Subject.Type, order.Subject.Number, told.At, told.Kind, actor, null, text)], cancellationToken);
        return true;
    }

    private static OrderRef OrderOf(OrderSnapshot snapshot) => new(snapshot.Shop, snapshot.Subject);

    private readonly record struct Told(TimelineKind Kind, Actor Actor, DateTimeOffset At, string? Text);
}
