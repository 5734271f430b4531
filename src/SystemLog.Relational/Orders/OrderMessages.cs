using System.Data.Common;
using Dapper;
using SystemLog.Orders.Notices;

namespace SystemLog.Orders;

/// <summary>Keeps what was decided about messages.</summary>
internal sealed class OrderMessages(RelationalDatabase database)
{
    private readonly BulkStatement<(OrderRef Order, OrderMessage Message)> _insert = database.Bulk(
        "insert into systemlog.order_message ($columns) $values on conflict do nothing",
        MessageRow.Stored<(OrderRef Order, OrderMessage Message)>(row => row));

    private readonly BulkStatement<(OrderRef Order, OrderMessage Message)> _insertOne = database.Bulk(
        $"insert into systemlog.order_message {database.OneRow(MessageRow.Stored<(OrderRef Order, OrderMessage Message)>(row => row))} on conflict do nothing",
        MessageRow.Stored<(OrderRef Order, OrderMessage Message)>(row => row));

    /// <summary>Returns what keeps the messages of a write that are new.</summary>
    public BulkRun Keeping(OrderWrite write) => BulkRun.Of<(OrderRef, OrderMessage)>(
        write.Messages.Count == 1 ? _insertOne : _insert, [.. write.Messages.Select(message => (write.State.Order, message))]);

    private readonly BulkStatement<OrderWrite> _revert = database.Bulk(
        $"""
        update systemlog.order_message as m set state = {(long)MessageState.Suppressed}, suppressed = {(long)SuppressionReason.RevertedWithinHold}, at = {database.One("at")}
        where {database.OfOrder("m")} and m.cause = {database.One("cause")} and m.state = {(long)MessageState.Planned}
        """,
        new BulkColumns<OrderWrite>()
            .Key(write => write.State.Order)
            .Text("cause", write => write.Reverts)
            .Number("at", write => (write.Change?.At ?? write.State.StatusSince).ToUnixTimeMilliseconds()));

    /// <summary>Returns what takes back the planned messages that a write reverts. Who sends them finds them locked, and then no longer planned.</summary>
    public BulkRun Reverting(OrderWrite write) => BulkRun.Of<OrderWrite>(_revert, write.Reverts is null ? [] : [write]);

    private readonly string _areKept = database.Sql(
        $"""
        select exists (
            select 1 from systemlog.order_message m
            where m.shop_id = @Shop and m.subject_number = @Number and m.subject_type = @Type and {database.AnyOf("m.cause", "Causes")})
        """);

    /// <summary>Returns whether a message of one of the causes of a write is kept already.</summary>
    public async Task<bool> AreKeptAsync(DbConnection connection, OrderWrite write, CancellationToken cancellationToken)
    {
        var (shop, subject) = write.State.Order;
        var causes = write.Messages.Select(message => message.Cause).Distinct(StringComparer.Ordinal).ToArray();
        return causes.Length > 0 && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            _areKept, new { Shop = shop, subject.Number, subject.Type, Causes = causes }, cancellationToken: cancellationToken));
    }

    private readonly BulkStatement<(OrderRef Order, OrderMessage From, OrderMessage To)> _move = database.Bulk(
        $"""
        update systemlog.order_message as m set
            state = {database.One("state")}, suppressed = {database.One("suppressed")}, recipient = {database.One("recipient")},
            language = {database.One("language")}, at = {database.One("at")}, detail = {database.One("detail")}
        where {database.OfOrder("m")} and m.cause = {database.One("cause")} and m.audience = {database.One("audience")}
            and m.channel = {database.One("channel")} and m.state = {database.One("from_state")}
        """,
        MessageRow.Stored<(OrderRef Order, OrderMessage From, OrderMessage To)>(row => (row.Order, row.To)).Number("from_state", row => (long)row.From.State));

    /// <summary>Moves a message on and returns whether it was in the state it had to be in.</summary>
    public async Task<bool> MoveAsync(DbConnection connection, (OrderRef Order, OrderMessage From, OrderMessage To) move, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(connection, _move, [move], cancellationToken) == 1;

    private readonly string _ofCause = database.Sql(
        $"""
        select {MessageRow.Columns} from systemlog.order_message m
        where m.shop_id = @Shop and m.subject_number = @Number and m.subject_type = @Type and m.cause = @Cause
        order by m.audience, m.channel
        """);

    /// <summary>Returns the messages of a cause.</summary>
    public async Task<IReadOnlyList<OrderMessage>> OfCauseAsync(
        DbConnection connection, OrderRef order, string cause, CancellationToken cancellationToken)
    {
        var parameters = new { order.Shop, order.Subject.Number, order.Subject.Type, Cause = cause };
        var rows = await connection.QueryAsync<MessageRow>(new CommandDefinition(_ofCause, parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToMessage())];
    }
}
