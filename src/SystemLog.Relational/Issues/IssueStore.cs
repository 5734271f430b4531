using System.Data.Common;
using Microsoft.Extensions.Options;
using SystemLog.Timeline;
using NewEntry = SystemLog.Timeline.TimelineWriter.NewEntry;

namespace SystemLog.Issues;

/// <summary>Writes issues to a SQL database.</summary>
internal sealed class IssueStore(RelationalDatabase database, IOptions<SystemLogOptions> options) : IIssueStore
{
    private readonly int _occurrencesKept = options.Value.OccurrencesKept;
    private readonly IssueUpsert _upsert = new(database);
    private readonly IssueChanges _changes = new(database);
    private readonly TimelineWriter _timeline = new(database);

    /// <inheritdoc />
    public Task RecordAsync(IssueBatch batch, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                if (batch.Issues.Count > 0)
                {
                    await RecordIssuesAsync(connection, DeltaRow.Sorted(batch.Issues), cancellationToken);
                }

                await database.ExecuteAsync(connection, _dropped, batch.Dropped, cancellationToken);
                await _changes.SolveAsync(connection, batch.Successes, cancellationToken);
                return batch.Issues.Count;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<int> ApplyAsync(string shop, IssueSelection selection, IssueChange change, CancellationToken cancellationToken = default) =>
        database.WriteAsync(connection => _changes.ApplyAsync(connection, new(shop, selection, change), cancellationToken), cancellationToken);

    private async Task RecordIssuesAsync(DbConnection connection, List<DeltaRow> rows, CancellationToken cancellationToken)
    {
        var counted = await _upsert.RunAsync(connection, rows, cancellationToken);
        await database.ExecuteAsync(
            connection,
            [
                BulkRun.Of(_days, DaysOf(rows)),
                BulkRun.Of(_occurrences, SamplesOf(rows)),
                BulkRun.Of<DeltaRow>(_dropOldest, [.. counted.Where(one => one.Count > _occurrencesKept).Select(one => one.Row)]),
                _timeline.Appending([.. counted.Where(one => one.Opened).Select(EntryOf)]),
            ],
            cancellationToken);
    }

    private readonly BulkStatement<DayRow> _days = database.Bulk(
        """
        insert into systemlog.issue_day as d ($columns) $values
        on conflict (shop_id, fingerprint, day) do update set count = d.count + excluded.count
        """,
        new BulkColumns<DayRow>()
            .Text("shop_id", row => row.Issue.Shop)
            .Text("fingerprint", row => row.Issue.Fingerprint)
            .Number("day", row => StoredDay.Of(row.Day.Day))
            .Number("count", row => row.Day.Count));

    private static List<DayRow> DaysOf(List<DeltaRow> rows)
    {
        var days = new List<DayRow>(rows.Count);
        foreach (var row in rows)
        {
            foreach (var day in row.Delta.Days)
            {
                days.Add(new(row, day));
            }
        }

        return days;
    }

    private readonly BulkStatement<SampleRow> _occurrences = database.Bulk(
        """
        insert into systemlog.occurrence ($columns) $values
        on conflict do nothing
        """,
        new BulkColumns<SampleRow>()
            .Text("shop_id", row => row.Issue.Shop)
            .Text("fingerprint", row => row.Issue.Fingerprint)
            .Number("occurred_at", row => row.Sample.At.ToUnixTimeMilliseconds())
            .Text("id", row => row.Sample.Id)
            .OptionalNumber("status", row => row.Sample.Status)
            .Text("code", row => row.Sample.Code)
            .Text("correlation_id", row => row.Sample.CorrelationId)
            .Text("content_type", row => row.Sample.ContentType)
            .Text("body", row => row.Sample.Body)
            .OptionalNumber("attempt", row => row.Sample.Attempt));

    private static List<SampleRow> SamplesOf(List<DeltaRow> rows)
    {
        var samples = new List<SampleRow>(rows.Count);
        foreach (var row in rows)
        {
            foreach (var sample in row.Delta.Samples)
            {
                samples.Add(new(row, sample));
            }
        }

        return samples;
    }

    private readonly BulkStatement<DeltaRow> _dropOldest = database.Bulk(
        """
        delete from systemlog.occurrence
        where (shop_id, fingerprint, occurred_at, id) in (
            select shop_id, fingerprint, occurred_at, id
            from (
                select o.shop_id, o.fingerprint, o.occurred_at, o.id, r.kept,
                    row_number() over (partition by o.shop_id, o.fingerprint order by o.occurred_at desc, o.id desc) as place
                from $rows r join systemlog.occurrence o on o.shop_id = r.shop_id and o.fingerprint = r.fingerprint) placed
            where place > kept)
        """,
        new BulkColumns<DeltaRow>()
            .Text("shop_id", row => row.Shop)
            .Text("fingerprint", row => row.Fingerprint)
            .Number("kept", _ => options.Value.OccurrencesKept));

    private readonly BulkStatement<DroppedReports> _dropped = database.Bulk(
        """
        insert into systemlog.dropped_report as d ($columns) $values
        on conflict (shop_id, source, reason) do update set
            count = d.count + excluded.count,
            last_at = case when excluded.last_at > d.last_at then excluded.last_at else d.last_at end
        """,
        new BulkColumns<DroppedReports>()
            .Text("shop_id", dropped => dropped.Shop)
            .Text("source", dropped => dropped.Source)
            .Number("reason", dropped => (long)dropped.Reason)
            .Number("count", dropped => dropped.Count)
            .Number("last_at", dropped => dropped.LastAt.ToUnixTimeMilliseconds()));

    private static NewEntry EntryOf(IssueUpsert.Counted counted)
    {
        var row = counted.Row;
        var subject = row.Delta.Grouping.Subject;
        var kind = counted.Round == 1 ? TimelineKind.IssueOpened : TimelineKind.IssueHappenedAgain;
        return new(row.Shop, subject.Type, subject.Number, row.Delta.FirstAt, kind, Actor.System, row.Fingerprint);
    }

    private readonly record struct DayRow(DeltaRow Issue, DayCount Day);

    private readonly record struct SampleRow(DeltaRow Issue, Occurrence Sample);
}
