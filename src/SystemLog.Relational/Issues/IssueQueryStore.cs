using System.Data.Common;
using Dapper;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>Reads issues from a SQL database.</summary>
internal sealed class IssueQueryStore(RelationalDatabase database) : IIssueQueries
{
    private const int LargestPage = 200;
    private const int SparklineDays = 14;

    private readonly string _list = database.Sql($"select {IssueRow.Columns} from systemlog.issue i where ");

    /// <inheritdoc />
    public Task<Page<Issue>> ListAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        var size = Math.Clamp(page.Size, 1, LargestPage);
        var conditions = OfShop(shop);
        IssueFilterSql.Add(conditions, database, filter, page.Now);
        AddAfter(conditions, "(i.last_at, i.fingerprint)", page.After);
        conditions.Parameters.Add("Limit", size + 1);
        var sql = $"{_list}{conditions} order by i.last_at desc, i.fingerprint desc limit @Limit";

        return database.ReadAsync(
            async connection =>
            {
                var rows = (await connection.QueryAsync<IssueRow>(new CommandDefinition(sql, conditions.Parameters, cancellationToken: cancellationToken))).AsList();
                var shown = rows.Take(size).ToList();
                var days = await SparklinesAsync(connection, shop, shown, page.Now, cancellationToken);
                return new Page<Issue>(
                    shown.ConvertAll(row => row.ToIssue([.. days[row.Fingerprint].TakeLast(SparklineDays)])),
                    rows.Count > size ? new(UnixTime.Of(shown[^1].LastAt), shown[^1].Fingerprint) : null);
            },
            cancellationToken);
    }

    private readonly string _sparklines = database.Sql(
        $"""
        select fingerprint, day, count from systemlog.issue_day
        where shop_id = @Shop and {database.AnyOf("fingerprint", "Ids")} and day >= @Since
        order by fingerprint, day
        """);

    // The shop's today may be one day on either side of the day in UTC.
    private async Task<ILookup<string, DayCount>> SparklinesAsync(
        DbConnection connection, string shop, List<IssueRow> issues, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Shop = shop,
            Ids = issues.Select(issue => issue.Fingerprint).ToArray(),
            Since = StoredDay.Of(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-SparklineDays)),
        };
        var rows = issues.Count == 0
            ? []
            : await connection.QueryAsync<DayRow>(new CommandDefinition(_sparklines, parameters, cancellationToken: cancellationToken));
        return rows.ToLookup(row => row.Fingerprint, row => row.ToDay(), StringComparer.Ordinal);
    }

    private readonly string _causes = database.Sql(
        """
        select source, operation, cause, code, count(*) as subjects, cast(sum(issues) as bigint) as issues, cast(sum(times) as bigint) as count,
            min(first_at) as first_at, max(last_at) as last_at, max(example) as example
        from (
            select i.source, i.operation, i.cause, coalesce(i.code, '') as code, count(*) as issues, sum(i.round_count) as times,
                min(i.round_first_at) as first_at, max(i.last_at) as last_at, max(i.fingerprint) as example
            from systemlog.issue i
            where $conditions
            group by i.source, i.operation, i.cause, coalesce(i.code, ''), i.subject_type, i.subject_number) of_subject
        group by source, operation, cause, code
        order by subjects desc, last_at desc, source, operation, cause, code
        limit 200
        """);

    private readonly string _causesWithExample = database.Sql(
        """
        select g.source, g.operation, g.cause, g.code, g.subjects, g.issues, g.count, g.first_at as firstat, g.last_at as lastat, e.rule,
            e.rule_values as rulevalues, e.description
        from ($causes) g join systemlog.issue e on e.shop_id = @Shop and e.fingerprint = g.example
        order by g.subjects desc, g.last_at desc, g.source, g.operation, g.cause, g.code
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<CauseGroup>> GroupByCauseAsync(
        string shop, IssueFilter filter, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var conditions = OfShop(shop);
        IssueFilterSql.Add(conditions, database, filter, now);
        var causes = _causes.Replace("$conditions", conditions.ToString(), StringComparison.Ordinal);
        var sql = _causesWithExample.Replace("$causes", causes, StringComparison.Ordinal);
        return ListAsync<CauseRow, CauseGroup>(sql, conditions.Parameters, row => row.ToGroup(), cancellationToken);
    }

    private readonly string _find = database.Sql(
        $"""
        select {IssueRow.Columns} from systemlog.issue i where i.shop_id = @Shop and i.fingerprint = @Fingerprint
        """);

    private readonly string _days = database.Sql(
        """
        select fingerprint, day, count from systemlog.issue_day where shop_id = @Shop and fingerprint = @Fingerprint order by day
        """);

    /// <inheritdoc />
    public Task<Issue?> FindAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
            {
                var key = Key(shop, id);
                var row = await connection.QuerySingleOrDefaultAsync<IssueRow>(new CommandDefinition(_find, key, cancellationToken: cancellationToken));
                if (row is null)
                {
                    return null;
                }

                var days = await connection.QueryAsync<DayRow>(new CommandDefinition(_days, key, cancellationToken: cancellationToken));
                return row.ToIssue([.. days.Select(day => day.ToDay())]);
            },
            cancellationToken);

    private readonly string _occurrences = database.Sql(
        """
        select id, occurred_at as occurredat, status, code, correlation_id as correlationid, content_type as contenttype, body, attempt
        from systemlog.occurrence
        where shop_id = @Shop and fingerprint = @Fingerprint
        order by occurred_at desc, id desc
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<Occurrence>> OccurrencesAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        ListAsync<OccurrenceRow, Occurrence>(_occurrences, Key(shop, id), row => row.ToOccurrence(), cancellationToken);

    private readonly string _rounds = database.Sql(
        $"""
        select {IssueRoundRow.Columns} from systemlog.issue_round i
        where i.shop_id = @Shop and i.fingerprint = @Fingerprint
        order by i.solved_at desc, i.id desc
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<IssueRound>> RoundsAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        ListAsync<IssueRoundRow, IssueRound>(_rounds, Key(shop, id), row => row.ToRound(), cancellationToken);

    private readonly string _history = database.Sql($"select {IssueRoundRow.Columns} from systemlog.issue_round i where ");

    /// <inheritdoc />
    public async Task<Page<IssueRound>> HistoryAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        var size = Math.Clamp(page.Size, 1, LargestPage);
        var conditions = OfShop(shop);
        IssueFilterSql.AddSolved(conditions, database, filter);
        AddAfter(conditions, "(i.solved_at, i.id)", page.After);
        conditions.Parameters.Add("Limit", size + 1);
        var sql = $"{_history}{conditions} order by i.solved_at desc, i.id desc limit @Limit";

        var rounds = await ListAsync<IssueRoundRow, IssueRound>(sql, conditions.Parameters, row => row.ToRound(), cancellationToken);
        IReadOnlyList<IssueRound> shown = [.. rounds.Take(size)];
        return new(shown, rounds.Count > size ? new(shown[^1].SolvedAt, shown[^1].Id) : null);
    }

    // Walks one index and stops at the limit, so that a million open issues cost what a thousand do.
    private readonly string _untreated = database.Sql(
        """
        select count(*) from (
            select distinct subject_number, subject_type from systemlog.issue
            where shop_id = @Shop and state = 0 and (muted_until is null or muted_until <= @Now)
            order by subject_number, subject_type
            limit @Limit) untreated
        """);

    /// <inheritdoc />
    public Task<int> CountUntreatedAsync(string shop, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>(new CommandDefinition(
                _untreated, new { Shop = shop, Now = now.ToUnixTimeMilliseconds(), Limit = limit }, cancellationToken: cancellationToken)),
            cancellationToken);

    // The numbers lead the index; where two types of subject share one, the other type's rows are left out here.
    private readonly string _untreatedOf = database.Sql(
        $"""
        select subject_type as type, subject_number as number, count(*) as count from systemlog.issue
        where shop_id = @Shop and state = 0 and {database.AnyOf("subject_number", "Numbers")} and (muted_until is null or muted_until <= @Now)
        group by subject_type, subject_number
        """);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<SubjectRef, int>> CountUntreatedOfAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var wanted = subjects.ToHashSet();
        var parameters = new
        {
            Shop = shop,
            Numbers = wanted.Select(subject => StorableText.Of(subject.Number)).Distinct(StringComparer.Ordinal).ToArray(),
            Now = now.ToUnixTimeMilliseconds(),
        };
        var counts = wanted.Count == 0
            ? []
            : await ListAsync<UntreatedRow, (SubjectRef Subject, int Count)>(
                _untreatedOf, parameters, row => (new(row.Type, row.Number), (int)row.Count), cancellationToken);
        return counts.Where(one => wanted.Contains(one.Subject)).ToDictionary(one => one.Subject, one => one.Count);
    }

    private readonly string _dropped = database.Sql(
        """
        select shop_id as shopid, source, reason, count, last_at as lastat from systemlog.dropped_report
        where shop_id = @Shop
        order by source, reason
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<DroppedReports>> DroppedAsync(string shop, CancellationToken cancellationToken = default) =>
        ListAsync<DroppedRow, DroppedReports>(_dropped, new { Shop = shop }, row => row.ToDropped(), cancellationToken);

    private Task<IReadOnlyList<TItem>> ListAsync<TRow, TItem>(
        string sql, object parameters, Func<TRow, TItem> read, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TItem>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
                return [.. rows.Select(read)];
            },
            cancellationToken);

    private static SqlConditions OfShop(string shop) => new SqlConditions().Add("i.shop_id = @Shop", "Shop", shop);

    private static object Key(string shop, Fingerprint id) => new { Shop = shop, Fingerprint = id.ToString() };

    private static void AddAfter(SqlConditions conditions, string key, PageKey? after)
    {
        if (after is not null)
        {
            conditions.Add($"{key} < (@AfterAt, @AfterId)", "AfterAt", after.At.ToUnixTimeMilliseconds());
            conditions.Parameters.Add("AfterId", StorableText.Of(after.Id));
        }
    }

    private sealed record UntreatedRow
    {
        public string Type { get; init; } = "";

        public string Number { get; init; } = "";

        public long Count { get; init; }
    }
}
