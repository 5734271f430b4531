using Dapper;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Timeline;

/// <summary>Reads the timeline from a SQL database.</summary>
internal sealed class TimelineStore(RelationalDatabase database) : ITimelineStore
{
    private readonly string _ofSubject = database.Sql(
        $"""
        select {TimelineRow.Columns} from systemlog.timeline_entry
        where shop_id = @Shop and subject_number = @Number and subject_type = @Type
        order by at desc, id desc
        limit @Limit
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<TimelineEntry>> OfSubjectAsync(
        string shop, SubjectRef subject, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(_ofSubject, new { Shop = shop, subject.Number, subject.Type, Limit = limit }, cancellationToken);

    private readonly string _ofIssue = database.Sql(
        $"""
        select {TimelineRow.Columns} from systemlog.timeline_entry
        where shop_id = @Shop and fingerprint = @Fingerprint
        order by at desc, id desc
        limit @Limit
        """);

    /// <inheritdoc />
    public Task<IReadOnlyList<TimelineEntry>> OfIssueAsync(string shop, Fingerprint issue, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(_ofIssue, new { Shop = shop, Fingerprint = issue.ToString(), Limit = limit }, cancellationToken);

    private Task<IReadOnlyList<TimelineEntry>> ListAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TimelineEntry>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<TimelineRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
                return [.. rows.Select(row => row.ToEntry())];
            },
            cancellationToken);
}
