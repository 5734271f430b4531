using System.Data.Common;
using Dapper;
using SystemLog.Orders.Notices;

namespace SystemLog.Orders;

/// <summary>Keeps orders in a SQL database.</summary>
internal sealed class OrderStore(RelationalDatabase database) : IOrderStore
{
    private readonly OrderWriter _writer = new(database);
    private readonly OrderImport _import = new(database);
    private readonly OrderFacts _facts = new(database);
    private readonly OrderMessages _messages = new(database);

    private readonly string _find = database.Sql(
        $"""
        select {OrderRow.Columns} from systemlog.order_state s
        where s.shop_id = @Shop and s.subject_number = @Number and s.subject_type = @Type
        """);

    /// <inheritdoc />
    public async Task<OrderState?> FindAsync(OrderRef order, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        OrderTexts.IsStorable(order) ? (await FirstAsync<OrderRow>(_find, Key(order), connection, cancellationToken))?.ToState() : null;

    private readonly string _findCommand = database.Sql(
        $"select {ChangeRow.Columns} from systemlog.status_change c where c.shop_id = @Shop and c.command_id = @Command");

    /// <inheritdoc />
    public async Task<StatusChange?> FindCommandAsync(
        string shop, string commandId, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        OrderTexts.IsStorable(shop) && OrderTexts.IsStorable(commandId)
            ? (await FirstAsync<ChangeRow>(_findCommand, new { Shop = shop, Command = commandId }, connection, cancellationToken))?.ToChange()
            : null;

    private readonly string _lastChange = database.Sql(
        $"""
        select {ChangeRow.Columns} from systemlog.status_change c
        where c.shop_id = @Shop and c.subject_number = @Number and c.subject_type = @Type
        order by c.sequence desc
        limit 1
        """);

    /// <inheritdoc />
    public async Task<StatusChange?> LastChangeAsync(OrderRef order, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        OrderTexts.IsStorable(order) ? (await FirstAsync<ChangeRow>(_lastChange, Key(order), connection, cancellationToken))?.ToChange() : null;

    /// <inheritdoc />
    public Task<OrderSaved> SaveAsync(OrderWrite write, DbConnection? connection = null, CancellationToken cancellationToken = default)
    {
        OrderCheck.Write(write);
        return connection is null
            ? _writer.SaveAsync(write, cancellationToken)
            : database.JoinAsync(connection, () => _writer.SaveAsync(connection, write, cancellationToken));
    }

    /// <inheritdoc />
    public Task<int> ImportAsync(IReadOnlyList<OrderWrite> orders, CancellationToken cancellationToken = default)
    {
        foreach (var order in orders)
        {
            OrderCheck.Import(order);
        }

        return database.WriteAsync(connection => _import.RunAsync(connection, orders, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public Task<bool> UpdateSnapshotAsync(
        OrderSnapshot snapshot, DateTimeOffset at, DbConnection? connection = null, CancellationToken cancellationToken = default)
    {
        OrderCheck.Snapshot(snapshot);
        return connection is null
            ? database.WriteAsync(own => _facts.UpdateSnapshotAsync(own, (snapshot, at), cancellationToken), cancellationToken)
            : database.JoinAsync(connection, () => _facts.UpdateSnapshotAsync(connection, (snapshot, at), cancellationToken));
    }

    /// <inheritdoc />
    public Task<bool> SwitchMessagesAsync(OrderRef order, bool on, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken = default) =>
        ChangeAsync(order, connection => _facts.SwitchMessagesAsync(connection, (order, on), by, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<bool> HandOverAsync(OrderRef order, HandOver handOver, CancellationToken cancellationToken = default) =>
        ChangeAsync(order, connection => _facts.HandOverAsync(connection, (order, handOver), cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<bool> NoteAsync(OrderRef order, string text, (Actor Actor, DateTimeOffset At) by, CancellationToken cancellationToken = default) =>
        ChangeAsync(order, connection => _facts.NoteAsync(connection, order, text, by, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<bool> MoveMessageAsync(OrderRef order, OrderMessage from, OrderMessage to, CancellationToken cancellationToken = default)
    {
        if ((from.Cause, from.Audience, from.Channel) != (to.Cause, to.Audience, to.Channel))
        {
            throw new ArgumentException("A message moves from one state to another, and stays the same message.", nameof(to));
        }

        return ChangeAsync(
            order,
            async connection => OrderTexts.IsStorable(from.Cause) && await _messages.MoveAsync(connection, (order, from, to), cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<OrderMessage>> MessagesOfAsync(
        OrderRef order, string cause, DbConnection? connection = null, CancellationToken cancellationToken = default) =>
        OrderTexts.IsStorable(order) && OrderTexts.IsStorable(cause)
            ? await ReadAsync(connection, open => _messages.OfCauseAsync(open, order, cause, cancellationToken), cancellationToken)
            : [];

    private Task<bool> ChangeAsync(OrderRef order, Func<DbConnection, Task<bool>> change, CancellationToken cancellationToken) =>
        OrderTexts.IsStorable(order) ? database.WriteAsync(change, cancellationToken) : Task.FromResult(false);

    private Task<TRow?> FirstAsync<TRow>(string sql, object parameters, DbConnection? connection, CancellationToken cancellationToken) =>
        ReadAsync(
            connection,
            open => open.QuerySingleOrDefaultAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)),
            cancellationToken);

    private Task<T> ReadAsync<T>(DbConnection? connection, Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        connection is null ? database.ReadAsync(read, cancellationToken) : database.JoinAsync(connection, () => read(connection));

    private static object Key(OrderRef order) => new { order.Shop, order.Subject.Number, order.Subject.Type };
}
