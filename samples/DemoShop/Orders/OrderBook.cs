using Dapper;
using Microsoft.Data.Sqlite;

namespace DemoShop.Orders;

/// <summary>The shop's own database: orders and their history.</summary>
internal sealed class OrderBook(string connectionString, TimeProvider time)
{
    private const string Schema =
        """
        pragma journal_mode = wal;
        create table if not exists orders (
            number text primary key, shop text not null, placed_at integer not null, customer text not null, email text not null,
            organization_number text, payment integer not null, payment_reference text not null, total integer not null,
            reserved integer not null, captured integer not null default 0, refunded integer not null default 0, is_cancelled integer not null default 0, tripletex_id integer,
            status text not null, status_version integer not null default 0);
        create table if not exists order_lines (
            number text not null, line integer not null, product text not null, quantity integer not null, price integer not null,
            vat_percent integer not null, primary key (number, line));
        create table if not exists order_events (id integer primary key, number text not null, at integer not null, text text not null, is_failure integer not null);
        create index if not exists order_events_number on order_events (number);
        """;

    private const string Columns =
        """
        number Number, shop Shop, placed_at PlacedAt, customer Customer, email Email, organization_number OrganizationNumber, payment Payment,
        payment_reference PaymentReference, total Total, reserved Reserved, captured Captured, refunded Refunded, is_cancelled IsCancelled, tripletex_id TripletexId,
        status Status
        """;

    public async Task CreateAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(Schema);
    }

    public async Task<IReadOnlyList<Order>> ListAsync(string shop, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<OrderRow>($"select {Columns} from orders where shop = @shop order by placed_at desc, number desc", new { shop });
        return [.. rows.Select(row => row.ToOrder([]))];
    }

    public async Task<IReadOnlyList<Order>> FindManyAsync(IEnumerable<string> numbers, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<OrderRow>($"select {Columns} from orders where number in @numbers", new { numbers });
        return [.. rows.Select(row => row.ToOrder([]))];
    }

    public async Task<Order?> FindAsync(string number, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<OrderRow>($"select {Columns} from orders where number = @number", new { number });
        var lines = await connection.QueryAsync<LineRow>(
            "select product Product, quantity Quantity, price Price, vat_percent VatPercent from order_lines where number = @number order by line", new { number });
        return row?.ToOrder([.. lines.Select(line => line.ToLine())]);
    }

    public async Task AddAsync(Order order, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            insert into orders (number, shop, placed_at, customer, email, organization_number, payment, payment_reference, total, reserved, status)
            values (@Number, @Shop, @PlacedAt, @Customer, @Email, @OrganizationNumber, @Payment, @PaymentReference, @Total, @Reserved, @Status)
            """,
            OrderRow.Of(order),
            transaction);
        await connection.ExecuteAsync(
            "insert into order_lines (number, line, product, quantity, price, vat_percent) values (@Number, @Line, @Product, @Quantity, @Price, @VatPercent)",
            order.Lines.Select((line, index) => new { order.Number, Line = index + 1, line.Product, line.Quantity, line.Price, line.VatPercent }),
            transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes what a call to a provider changed: amounts, and whether the order is cancelled or transferred.</summary>
    public async Task SaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            update orders set total = @Total, reserved = @Reserved, captured = @Captured, refunded = @Refunded, is_cancelled = @IsCancelled,
                tripletex_id = @TripletexId
            where number = @Number
            """,
            OrderRow.Of(order));
    }

    /// <summary>Writes a status, unless the row has had this change or a later one.</summary>
    public async Task SetStatusAsync(string number, string status, long version, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "update orders set status = @status, status_version = @version where number = @number and status_version < @version", new { number, status, version });
    }

    /// <summary>Writes a status past SystemLog, as somebody with a database tool would.</summary>
    public async Task TamperAsync(string number, string status, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("update orders set status = @status where number = @number", new { number, status });
    }

    public async Task<IReadOnlyList<OrderEvent>> HistoryAsync(string number, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<EventRow>(
            "select at At, text Text, is_failure IsFailure from order_events where number = @number order by id desc", new { number });
        return [.. rows.Select(row => new OrderEvent(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Text, row.IsFailure != 0))];
    }

    public async Task NoteAsync(string number, string text, bool isFailure, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "insert into order_events (number, at, text, is_failure) values (@number, @at, @text, @isFailure)",
            new { number, at = time.GetUtcNow().ToUnixTimeMilliseconds(), text, isFailure });
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private sealed class LineRow
    {
        public string Product { get; init; } = "";
        public long Quantity { get; init; }
        public long Price { get; init; }
        public long VatPercent { get; init; }

        public OrderLine ToLine() => new(Product, (int)Quantity, Price, (int)VatPercent);
    }

    private sealed record EventRow(long At, string Text, long IsFailure);
}
