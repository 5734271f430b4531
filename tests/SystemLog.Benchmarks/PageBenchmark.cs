using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.Benchmarks;

/// <summary>What the overview's default page and the badge read, by the number of open issues, against the same rows read by hand.</summary>
internal static class PageBenchmark
{
    private const string Shop = "main";
    private const int PageSize = 50;
    private const int Calls = 200;
    private const int SlowCalls = 5;

    private static readonly int[] s_sizes = [1_000, 100_000, 1_000_000];
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // As many columns as the overview needs of an issue, read as they are.
    private const string RawPage =
        """
        select * from systemlog.issue
        where shop_id = 'main' and state = 0 and (muted_until is null or muted_until <= $now)
        order by last_at desc, fingerprint desc limit 51
        """;

    private const string RawDays =
        "select fingerprint, day, count from systemlog.issue_day where shop_id = 'main' and day >= $since and fingerprint in ($ids) order by fingerprint, day";

    private const string RawBadge =
        """
        select count(*) from (
            select distinct subject_number, subject_type from systemlog.issue
            where shop_id = 'main' and state = 0 and (muted_until is null or muted_until <= $now)
            order by subject_number, subject_type limit 1000) untreated
        """;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Func<Task<IDatabaseUnderTest>> create)
    {
        var figures = new List<Figure>();
        var (first, last) = (new Reading(0, 0), new Reading(0, 0));
        var database = "";
        foreach (var size in s_sizes)
        {
            await using var target = await create();
            database = target.Name;
            using var host = HostOn(target);
            await FillAsync(host, target, size);
            var log = host.Services.GetRequiredService<IssueLog>();
            var raw = await RawAsync(target);
            var ours = new Reading(
                await Percentiles.MedianAsync(Calls, () => log.ListAsync(Shop, new())),
                await Percentiles.MedianAsync(Calls, () => log.CountUntreatedAsync(Shop)));
            var group = $"Pages at {size:N0} open issues, {database}";
            figures.Add(new(group, "overview: ours", ours.Page, "µs"));
            figures.Add(new(group, "overview: raw", raw.Page, "µs"));
            figures.Add(new(group, "overview: ours ÷ raw", ours.Page / raw.Page, "", 1.5));
            figures.Add(new(group, "badge: ours", ours.Badge, "µs"));
            figures.Add(new(group, "badge: raw", raw.Badge, "µs"));
            figures.Add(new(group, "badge: ours ÷ raw", ours.Badge / raw.Badge, "", 1.5));
            figures.Add(new(group, "text filter that finds nothing", await Percentiles.MedianAsync(SlowCalls, () => log.ListAsync(Shop, new() { Text = "no such words" })) / 1_000, "ms"));
            figures.Add(new(group, "grouped by cause", await Percentiles.MedianAsync(SlowCalls, () => log.GroupByCauseAsync(Shop, new())) / 1_000, "ms"));
            (first, last) = (size == s_sizes[0] ? ours : first, ours);
        }

        figures.Add(new($"Pages, {database}", "overview: 1,000,000 ÷ 1,000", last.Page / first.Page, "", 2));
        figures.Add(new($"Pages, {database}", "badge: 1,000,000 ÷ 1,000", last.Badge / first.Badge, "", 2));
        return figures;
    }

    private static IHost HostOn(IDatabaseUnderTest target)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        target.Use(builder.Services.AddSystemLog());
        return builder.Build();
    }

    private static async Task FillAsync(IHost host, IDatabaseUnderTest target, int size)
    {
        await host.Services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
        await using var connection = await target.OpenRawReaderAsync();
        var start = s_start.ToUnixTimeMilliseconds();
        const string Numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < $size)";
        const string Id = "'1-0000000000000000000000000' || cast(1000000 + i as text)";
        await ExecuteAsync(
            connection,
            target,
            $"""
            insert into systemlog.issue (shop_id, fingerprint, source, operation, subject_type, subject_number, code, status, normalized_text, cause,
                rule, retryable, who_must_act, description, correlation_id, search, first_at, last_at, count, state, round, round_first_at, round_count)
            {Numbers}
            select 'main', {Id}, case i % 4 when 0 then 'Klarna' when 1 then 'Vipps' when 2 then 'Tripletex' else 'Adyen' end, 'capture', 'order',
                cast(100000 + i / 2 as text), 'CODE_' || cast(i % 30 as text), 403, 'Captured amount is higher than #.', i % 20, 'some.rule', 0, 0,
                'Captured amount is higher than the remaining authorized amount.', 'c-' || cast(i as text),
                'order ' || cast(i as text) || ' captured amount is higher than the remaining authorized amount.',
                {start} + i * 1000, {start} + i * 1000, 3, 0, 1, {start} + i * 1000, 3
            from n
            """,
            size);
        await ExecuteAsync(
            connection,
            target,
            $"""
            insert into systemlog.issue_day (shop_id, fingerprint, day, count)
            {Numbers}
            select 'main', {Id}, $today - d, 1 from n cross join (select 0 as d union all select 1 union all select 2) days
            """,
            size);
        await target.AnalyzeAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, IDatabaseUnderTest target, string sql, int size)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = target.Table(sql)
            .Replace("$size", $"{size}", StringComparison.Ordinal)
            .Replace("$today", $"{Today()}", StringComparison.Ordinal);
        await command.ExecuteNonQueryAsync();
    }

    private static int Today() => int.Parse(TimeProvider.System.GetUtcNow().ToString("yyyyMMdd"));

    private static async Task<Reading> RawAsync(IDatabaseUnderTest target)
    {
        await using var connection = await target.OpenRawReaderAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        return new(
            await Percentiles.MedianAsync(Calls, async () =>
            {
                var rows = await RowsAsync(connection, target.Table(RawPage).Replace("$now", $"{now}", StringComparison.Ordinal));
                var ids = string.Join(", ", rows.Take(PageSize).Select(row => $"'{row[1]}'"));
                await RowsAsync(connection, target.Table(RawDays)
                    .Replace("$ids", ids, StringComparison.Ordinal)
                    .Replace("$since", $"{Today() - 14}", StringComparison.Ordinal));
            }),
            await Percentiles.MedianAsync(Calls, () => RowsAsync(connection, target.Table(RawBadge).Replace("$now", $"{now}", StringComparison.Ordinal))));
    }

    private static async Task<List<object[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private sealed record Reading(double Page, double Badge);
}
