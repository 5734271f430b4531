using System.Data.Common;

namespace SystemLog.Issues;

/// <summary>The one statement that makes issues, counts them up and opens new rounds.</summary>
internal sealed class IssueUpsert(RelationalDatabase database)
{
    // What the newest occurrence says replaces what is stored; what arrives late only counts.
    private static readonly string _newest = string.Join(
        ",\n    ",
        new[]
        {
            "code", "status", "exception_type", "normalized_text", "cause", "rule", "rule_values", "retryable", "who_must_act", "description",
            "catalogue", "correlation_id", "search", "order_amount", "order_currency", "provider_amount", "provider_currency",
        }.Select(column => $"{column} = case when excluded.last_at >= i.last_at then excluded.{column} else i.{column} end"));

    private const string HappensAgain = "(i.state = 1 and excluded.first_at > i.solved_at)";

    // What happened before the solving belongs to the round that was solved. Where a delta has occurrences on both sides, the row is passed
    // over, and the caller splits the delta.
    private readonly BulkStatement<DeltaRow> _upsert = database.Bulk(
        $"""
        insert into systemlog.issue as i ($columns) $values
        on conflict (shop_id, fingerprint) do update set
            {_newest},
            subject_link = case when excluded.last_at >= i.last_at then coalesce(excluded.subject_link, i.subject_link) else i.subject_link end,
            first_at = case when excluded.first_at < i.first_at then excluded.first_at else i.first_at end,
            last_at = case when excluded.last_at > i.last_at then excluded.last_at else i.last_at end,
            count = i.count + excluded.count,
            round_count = case
                when {HappensAgain} then excluded.count
                when i.state = 0 and excluded.last_at <= i.previous_solved_at then i.round_count
                else i.round_count + excluded.count end,
            round_first_at = case
                when {HappensAgain} then excluded.first_at
                when excluded.first_at < i.round_first_at and excluded.first_at > coalesce(i.previous_solved_at, -1) then excluded.first_at
                else i.round_first_at end,
            round = case when {HappensAgain} then i.round + 1 else i.round end,
            previous_solved_at = case when {HappensAgain} then i.solved_at else i.previous_solved_at end,
            state = case when {HappensAgain} then 0 else i.state end,
            solved_at = case when {HappensAgain} then null else i.solved_at end,
            solved_by_id = case when {HappensAgain} then null else i.solved_by_id end,
            solved_by_name = case when {HappensAgain} then null else i.solved_by_name end,
            solved_how = case when {HappensAgain} then null else i.solved_how end,
            muted_until = case when {HappensAgain} then null else i.muted_until end
        where not (
            excluded.first_at <= coalesce(i.solved_at, i.previous_solved_at, -1)
            and excluded.last_at > coalesce(i.solved_at, i.previous_solved_at, -1))
        returning shop_id, fingerprint, count, round, round_first_at, round_count
        """,
        new BulkColumns<DeltaRow>()
            .Text("shop_id", row => row.Shop)
            .Text("fingerprint", row => row.Fingerprint)
            .Text("source", row => row.Delta.Grouping.Source)
            .Text("operation", row => row.Delta.Grouping.Operation)
            .Text("subject_type", row => row.Delta.Grouping.Subject.Type)
            .Text("subject_number", row => row.Delta.Grouping.Subject.Number)
            .Text("subject_link", row => row.Delta.SubjectLink)
            .Text("code", row => row.Delta.Grouping.Code)
            .OptionalNumber("status", row => row.Delta.Grouping.Status)
            .Text("exception_type", row => row.Delta.Grouping.ExceptionType)
            .Text("normalized_text", row => row.Delta.Grouping.NormalizedText)
            .Text("grouping_key", row => row.Delta.Grouping.Key)
            .Number("cause", row => (long)row.Delta.Explanation.Cause)
            .Text("rule", row => row.Delta.Explanation.Rule)
            .Text("rule_values", row => StoredValues.Of(row.Delta.Explanation.Values))
            .Number("retryable", row => row.Delta.Explanation.Retryable ? 1 : 0)
            .Number("who_must_act", row => (long)row.Delta.Explanation.WhoMustAct)
            .Text("catalogue", row => row.Delta.Catalogue)
            .Text("description", row => row.Delta.Description)
            .Text("correlation_id", row => row.Delta.CorrelationId)
            .Text("search", row => row.Delta.Search)
            .OptionalNumber("order_amount", row => row.Delta.OrderAmount?.MinorUnits)
            .Text("order_currency", row => row.Delta.OrderAmount?.Currency)
            .OptionalNumber("provider_amount", row => row.Delta.ProviderAmount?.MinorUnits)
            .Text("provider_currency", row => row.Delta.ProviderAmount?.Currency)
            .Number("first_at", row => row.FirstAt)
            .Number("last_at", row => row.LastAt)
            .Number("count", row => row.Delta.Count)
            .Number("state", _ => 0)
            .Number("round", _ => 1)
            .Number("round_first_at", row => row.FirstAt)
            .Number("round_count", row => row.Delta.Count));

    private readonly BulkStatement<DeltaRow> _solvedAt = database.Bulk(
        """
        select i.shop_id, i.fingerprint, coalesce(i.solved_at, i.previous_solved_at)
        from $rows r join systemlog.issue i on i.shop_id = r.shop_id and i.fingerprint = r.fingerprint
        """,
        new BulkColumns<DeltaRow>().Text("shop_id", row => row.Shop).Text("fingerprint", row => row.Fingerprint));

    /// <summary>Makes issues and counts them up. Rows with occurrences on both sides of a solving go in as two.</summary>
    public async Task<List<Counted>> RunAsync(DbConnection connection, List<DeltaRow> rows, CancellationToken cancellationToken)
    {
        var counted = await UpsertAsync(connection, rows, cancellationToken);
        if (counted.Count < rows.Count)
        {
            var (before, after) = await SplitAsync(connection, PassedOver(rows, counted), cancellationToken);
            await UpsertAsync(connection, before, cancellationToken);
            counted.AddRange(await UpsertAsync(connection, after, cancellationToken));
        }

        return counted;
    }

    private async Task<List<Counted>> UpsertAsync(DbConnection connection, List<DeltaRow> rows, CancellationToken cancellationToken)
    {
        var sent = rows.ToDictionary(row => row.Key);
        return await database.QueryAsync(connection, _upsert, rows, reader => Read(reader, sent), cancellationToken);
    }

    private static Counted Read(DbDataReader reader, Dictionary<(string Shop, string Fingerprint), DeltaRow> sent)
    {
        var row = sent[(reader.GetString(0), reader.GetString(1))];
        var opened = reader.GetInt64(5) == row.Delta.Count && reader.GetInt64(4) == row.FirstAt;
        return new(row, reader.GetInt64(2), reader.GetInt32(3), opened);
    }

    private static List<DeltaRow> PassedOver(List<DeltaRow> rows, List<Counted> counted)
    {
        var done = counted.Select(one => one.Row).ToHashSet();
        return [.. rows.Where(row => !done.Contains(row))];
    }

    // The upsert has locked the rows that it passed over, so nobody moves their solving between the two statements.
    private async Task<(List<DeltaRow> Before, List<DeltaRow> After)> SplitAsync(
        DbConnection connection, List<DeltaRow> rows, CancellationToken cancellationToken)
    {
        var solvings = await database.QueryAsync(
            connection, _solvedAt, rows,
            reader => (Key: (reader.GetString(0), reader.GetString(1)), At: UnixTime.Of(reader.GetInt64(2))),
            cancellationToken);
        var solvedAt = solvings.ToDictionary(solving => solving.Key, solving => solving.At);
        var parts = rows.ConvertAll(row => (row.Fingerprint, Parts: row.Delta.SplitAfter(solvedAt[row.Key])));
        return (
            parts.ConvertAll(part => new DeltaRow(part.Parts.Before, part.Fingerprint)),
            parts.ConvertAll(part => new DeltaRow(part.Parts.After, part.Fingerprint)));
    }

    /// <summary>What became of a delta.</summary>
    /// <param name="Row">The delta.</param>
    /// <param name="Count">How often the issue has happened now, in all rounds.</param>
    /// <param name="Round">The round it is in now.</param>
    /// <param name="Opened">Whether the delta began that round.</param>
    internal readonly record struct Counted(DeltaRow Row, long Count, int Round, bool Opened);
}
