using Dapper;
using Microsoft.Data.Sqlite;

namespace DemoShop.Orders;

/// <summary>The till's z-reports in the shop's own database.</summary>
internal sealed class ZReportBook(string connectionString)
{
    private const string Schema =
        """
        create table if not exists z_reports (
            number text primary key, day text not null, cash integer not null, card integer not null, sales_account integer not null, tripletex_id integer);
        """;

    public async Task CreateAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(Schema);
    }

    public async Task<IReadOnlyList<ZReport>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<ZReportRow>(
            "select number Number, day Day, cash Cash, card Card, sales_account SalesAccount, tripletex_id TripletexId from z_reports order by number desc");
        return [.. rows.Select(row => row.ToReport())];
    }

    public async Task SaveAsync(ZReport report, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            insert into z_reports (number, day, cash, card, sales_account, tripletex_id) values (@Number, @Day, @Cash, @Card, @SalesAccount, @TripletexId)
            on conflict (number) do update set sales_account = excluded.sales_account, tripletex_id = excluded.tripletex_id
            """,
            report);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private sealed class ZReportRow
    {
        public string Number { get; init; } = "";
        public string Day { get; init; } = "";
        public long Cash { get; init; }
        public long Card { get; init; }
        public long SalesAccount { get; init; }
        public long? TripletexId { get; init; }

        public ZReport ToReport() => new(Number, Day, Cash, Card, (int)SalesAccount) { TripletexId = TripletexId };
    }
}
