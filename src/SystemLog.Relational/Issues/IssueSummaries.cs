using System.Data.Common;
using Dapper;

namespace SystemLog.Issues;

/// <summary>Summarizes the issues of a shop in a SQL database.</summary>
internal sealed class IssueSummaries(RelationalDatabase database) : IIssueSummaries
{
    private const string IsUntreated = "i.shop_id = @Shop and i.state = 0 and (i.muted_until is null or i.muted_until <= @Now)";

    // A subject still in need of a hand, or that needs one again, is not solved; nor is what somebody opened again.
    private const string SolvedSince =
        """
        from systemlog.issue_round r
        where r.shop_id = @Shop and r.solved_at >= @Since and r.solved_at < @Now and r.reopened_at is null
            and not exists (
                select 1 from systemlog.issue i
                where i.shop_id = r.shop_id and i.state = 0 and i.subject_number = r.subject_number and i.subject_type = r.subject_type)
        """;

    // What began since last happened since, which lets the index over last_at find it.
    private readonly string _counts = database.Sql(
        $"""
        select
            (select count(*) from (
                select distinct i.subject_number, i.subject_type from systemlog.issue i where {IsUntreated}) untreated) as untreated,
            (select count(*) from (
                select distinct i.subject_number, i.subject_type from systemlog.issue i
                where {IsUntreated} and i.last_at >= @Since and i.round_first_at >= @Since
                    and not exists (
                        select 1 from systemlog.issue o
                        where o.shop_id = i.shop_id and o.state = 0 and o.subject_number = i.subject_number and o.subject_type = i.subject_type
                            and (o.muted_until is null or o.muted_until <= @Now) and o.round_first_at < @Since)) of_new) as newsubjects,
            coalesce(sum(person), 0) as bypeople, coalesce(sum(1 - person), 0) as bysystem
        from (
            select max(case when r.solved_how = @BySuccess then 0 else 1 end) as person
            {SolvedSince}
            group by r.subject_number, r.subject_type) solved
        """);

    private readonly string _solvers = database.Sql(
        $"""
        select id, max(name) as name, count(*) over () as inall from (
            select r.solved_by_id as id, max(r.solved_by_name) as name
            {SolvedSince} and r.solved_how <> @BySuccess
            group by r.solved_by_id, r.subject_number, r.subject_type) solved
        group by id
        order by count(*) desc, id
        limit @Solvers
        """);

    // First by subject, since one with several codes of a cause is one; the values only where all share them.
    private readonly string _causes = database.Sql(
        $"""
        select source, operation, cause, rule, case when min(lowest) = max(highest) then nullif(min(lowest), '') end as rulevalues,
            count(*) as subjects, min(since) as since, count(*) over () as inall
        from (
            select i.source, i.operation, i.cause, coalesce(i.rule, '') as rule, min(coalesce(i.rule_values, '')) as lowest,
                max(coalesce(i.rule_values, '')) as highest, min(i.round_first_at) as since
            from systemlog.issue i
            where {IsUntreated}
            group by i.source, i.operation, i.cause, coalesce(i.rule, ''), i.subject_number, i.subject_type) of_subject
        group by source, operation, cause, rule
        order by subjects desc, since, source, operation, cause, rule
        limit @Causes
        """);

    private readonly string _oldest = database.Sql(
        $"""
        select u.subject_type as subjecttype, u.subject_number as subjectnumber, u.since, e.fingerprint, e.source, e.operation, e.cause, e.rule,
            e.rule_values as rulevalues
        from (
            select i.subject_number, i.subject_type, min(i.round_first_at) as since from systemlog.issue i
            where {IsUntreated}
            group by i.subject_number, i.subject_type
            order by since, i.subject_number, i.subject_type
            limit @Oldest) u
        join systemlog.issue e on e.shop_id = @Shop and e.fingerprint = (
            select min(i.fingerprint) from systemlog.issue i
            where {IsUntreated} and i.subject_number = u.subject_number and i.subject_type = u.subject_type and i.round_first_at = u.since)
        order by u.since, u.subject_number, u.subject_type
        """);

    /// <inheritdoc />
    public Task<IssueSummary> SummarizeAsync(string shop, SummaryRequest request, CancellationToken cancellationToken = default)
    {
        var now = request.Now.ToUnixTimeMilliseconds();
        var parameters = new
        {
            Shop = shop,
            Now = now,
            Since = request.Since?.ToUnixTimeMilliseconds() ?? long.MaxValue,
            BySuccess = (long)SolvedHow.BySuccess,
            request.Causes,
            request.Oldest,
            request.Solvers,
        };
        return database.ReadAsync(
            async connection =>
            {
                var counts = (await RowsAsync<SummaryCountsRow>(connection, _counts)).Single();

                // What is read need not be of one moment: where nothing is untreated, nothing is listed as such.
                var causes = counts.Untreated == 0 ? [] : await RowsAsync<CauseSummaryRow>(connection, _causes);
                var oldest = counts.Untreated == 0 ? [] : await RowsAsync<UntreatedSubjectRow>(connection, _oldest);
                var solvers = counts.ByPeople == 0 ? [] : await RowsAsync<SolverRow>(connection, _solvers);
                return Summary(counts, causes, oldest, solvers);
            },
            cancellationToken);

        async Task<List<T>> RowsAsync<T>(DbConnection connection, string sql) =>
            (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
    }

    private static IssueSummary Summary(
        SummaryCountsRow counts, List<CauseSummaryRow> causes, List<UntreatedSubjectRow> oldest, List<SolverRow> solvers) => new()
    {
        Untreated = (int)counts.Untreated,
        New = (int)counts.NewSubjects,
        Causes = causes.ConvertAll(row => row.ToCause()),
        CausesInAll = causes.Count == 0 ? 0 : (int)causes[0].InAll,
        Oldest = oldest.ConvertAll(row => row.ToSubject()),
        SolvedByPeople = (int)counts.ByPeople,
        SolvedBySystem = (int)counts.BySystem,
        Solvers = solvers.ConvertAll(row => row.ToActor()),
        SolversInAll = solvers.Count == 0 ? 0 : (int)solvers[0].InAll,
    };
}
