using System.Data.Common;
using System.Globalization;
using Dapper;
using SystemLog.Issues;
using SystemLog.Orders.Notices;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>Reads orders from a SQL database.</summary>
internal sealed class OrderQueryStore(RelationalDatabase database) : IOrderQueries
{
    private const int LargestPage = 200;
    private const int LargestSelection = 1_000;
    private const string NewestFirst = "order by s.placed_at desc, s.subject_type desc, s.subject_number desc limit @Limit";

    private readonly OrderFilterSql _filter = new(database);
    private readonly string _list = database.Sql($"select {OrderRow.Columns} from systemlog.order_state s where ");

    /// <inheritdoc />
    public Task<OrderPage> ListAsync(
        string shop, OrderFilter filter, int size, PageKey? after = null, CancellationToken cancellationToken = default)
    {
        var shown = Math.Clamp(size, 1, LargestPage);
        return database.ReadAsync(
            async connection =>
            {
                var page = Page(shop, filter, after);
                page.Parameters.Add("Limit", shown + 1);
                var rows = (await connection.QueryAsync<OrderRow>(
                    new CommandDefinition(page.Sql, page.Parameters, cancellationToken: cancellationToken))).AsList();
                var states = rows.Take(shown).Select(row => row.ToState()).ToList();
                var hidden = await HiddenAsync(connection, shop, filter, cancellationToken);
                return new OrderPage(states, rows.Count > shown ? OrderPageId.After(states[^1]) : null, hidden);
            },
            cancellationToken);
    }

    // The index by status is in the order of the list for one status only. So each of several gives its newest, and the newest of those are the page.
    // The orders of one customer are few, whatever their statuses.
    private (string Sql, DynamicParameters Parameters) Page(string shop, OrderFilter filter, PageKey? after)
    {
        var statuses = OrderFilterSql.Storable(filter.Statuses);
        var isOneByOne = statuses.Length > 0 && filter.CustomerId is null;
        var conditions = _filter.WithoutText(shop, isOneByOne ? filter with { Statuses = [] } : filter);
        if (after is not null)
        {
            OrderFilterSql.AddAfter(conditions, after);
        }

        if (_filter.Text(conditions, filter) is { } text)
        {
            conditions.Add(text);
        }

        if (!isOneByOne)
        {
            return ($"{_list}{conditions} {NewestFirst}", conditions.Parameters);
        }

        var parts = new List<string>(statuses.Length);
        foreach (var status in statuses)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Status{parts.Count}");
            conditions.Parameters.Add(name, status);
            parts.Add($"select * from ({_list}s.status = @{name} and {conditions} {NewestFirst}) part");
        }

        var newest = NewestFirst.Replace("s.placed_at", "placedat", StringComparison.Ordinal)
            .Replace("s.subject_type", "subjecttype", StringComparison.Ordinal)
            .Replace("s.subject_number", "subjectnumber", StringComparison.Ordinal);
        return ($"{string.Join(" union all ", parts)} {newest}", conditions.Parameters);
    }

    private readonly string _hidden = database.Sql("select count(*) from (select 1 from systemlog.order_state s where $conditions limit @Limit) hidden");

    private async Task<int> HiddenAsync(DbConnection connection, string shop, OrderFilter filter, CancellationToken cancellationToken)
    {
        var conditions = _filter.WithoutText(shop, filter);
        if (_filter.Text(conditions, filter) is not { } text)
        {
            return 0;
        }

        conditions.Add($"not ({text})", "Limit", OrderPage.HiddenLimit);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            _hidden.Replace("$conditions", conditions.ToString(), StringComparison.Ordinal), conditions.Parameters, cancellationToken: cancellationToken));
    }

    private readonly string _history = database.Sql(
        $"""
        select {ChangeRow.Columns} from systemlog.status_change c
        where c.shop_id = @Shop and c.subject_number = @Number and c.subject_type = @Type and c.sequence < @Before
        order by c.sequence desc
        limit @Limit
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<StatusChange>> HistoryAsync(
        OrderRef order, int limit, long? before = null, CancellationToken cancellationToken = default) =>
        ListAsync<ChangeRow, StatusChange>(
            _history, order, new { order.Shop, order.Subject.Number, order.Subject.Type, Before = before ?? long.MaxValue, Limit = limit },
            row => row.ToChange(), cancellationToken);

    private readonly string _messages = database.Sql(
        $"""
        select {MessageRow.Columns} from systemlog.order_message m
        where m.shop_id = @Shop and m.subject_number = @Number and m.subject_type = @Type
        order by m.at desc, m.cause desc, m.audience, m.channel
        limit @Limit
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<OrderMessage>> MessagesAsync(OrderRef order, int limit, CancellationToken cancellationToken = default) =>
        ListAsync<MessageRow, OrderMessage>(
            _messages, order, new { order.Shop, order.Subject.Number, order.Subject.Type, Limit = limit }, row => row.ToMessage(), cancellationToken);

    // From one code to the next, over the index: a "distinct" would read every order.
    private readonly string _statuses = database.Sql(
        """
        with recursive code(status) as (
            select min(s.status) from systemlog.order_state s where s.shop_id = @Shop
            union all
            select (select min(s.status) from systemlog.order_state s where s.shop_id = @Shop and s.status > code.status)
            from code where code.status is not null)
        select status from code where status is not null
        """);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> StatusesAsync(string shop, CancellationToken cancellationToken = default) =>
        OrderTexts.IsStorable(shop)
            ? await database.ReadAsync(
                async connection => (await connection.QueryAsync<string>(
                    new CommandDefinition(_statuses, new { Shop = shop }, cancellationToken: cancellationToken))).AsList(),
                cancellationToken)
            : [];

    /// <inheritdoc />
    public Task<IReadOnlyList<OrderState>> InStatusesAsync(
        string shop, StatusSelection choice, int size, SubjectRef? after = null, CancellationToken cancellationToken = default)
    {
        var codes = OrderFilterSql.Storable(choice.Codes);
        if (!OrderTexts.IsStorable(shop) || (codes.Length == 0 && !choice.IsAllBut))
        {
            return Task.FromResult<IReadOnlyList<OrderState>>([]);
        }

        var conditions = new SqlConditions()
            .Add("s.shop_id = @Shop", "Shop", shop)
            .Add("s.subject_type = @SubjectType", "SubjectType", choice.SubjectType);
        if (codes.Length > 0)
        {
            var isAny = database.AnyOf("s.status", "Codes");
            conditions.Add(choice.IsAllBut ? $"not ({isAny})" : isAny, "Codes", codes);
        }

        if (after is { } last)
        {
            conditions.Add("(s.subject_number, s.subject_type) > (@AfterNumber, @AfterType)", "AfterNumber", last.Number);
            conditions.Parameters.Add("AfterType", last.Type);
        }

        conditions.Parameters.Add("Limit", Math.Clamp(size, 1, LargestSelection));
        return ListAsync<OrderRow, OrderState>(
            $"{_list}{conditions} order by s.subject_number, s.subject_type limit @Limit", conditions.Parameters, row => row.ToState(), cancellationToken);
    }

    private Task<IReadOnlyList<TItem>> ListAsync<TRow, TItem>(
        string sql, OrderRef order, object parameters, Func<TRow, TItem> read, CancellationToken cancellationToken) =>
        OrderTexts.IsStorable(order) ? ListAsync(sql, parameters, read, cancellationToken) : Task.FromResult<IReadOnlyList<TItem>>([]);

    private Task<IReadOnlyList<TItem>> ListAsync<TRow, TItem>(
        string sql, object parameters, Func<TRow, TItem> read, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TItem>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
                return [.. rows.Select(read)];
            },
            cancellationToken);
}
