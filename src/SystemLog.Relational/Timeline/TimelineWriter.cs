using System.Data.Common;

namespace SystemLog.Timeline;

/// <summary>Appends entries, in the transaction of the change they tell of.</summary>
internal sealed class TimelineWriter(RelationalDatabase database)
{
    private readonly BulkStatement<NewEntry> _insert = database.Bulk(
        "insert into systemlog.timeline_entry ($columns) $values",
        new BulkColumns<NewEntry>()
            .Text("shop_id", entry => entry.Shop)
            .Text("subject_number", entry => entry.SubjectNumber)
            .Text("subject_type", entry => entry.SubjectType)
            .Number("at", entry => entry.At.ToUnixTimeMilliseconds())
            .Text("id", entry => Guid.CreateVersion7(entry.At).ToString("N"))
            .Number("kind", entry => (long)entry.Kind)
            .Text("actor_id", entry => entry.Actor.Id)
            .Text("actor_name", entry => entry.Actor.Name)
            .Number("actor_kind", entry => (long)entry.Actor.Kind)
            .Text("fingerprint", entry => entry.Fingerprint)
            .Text("text", entry => entry.Text));

    /// <summary>Appends the entries.</summary>
    public Task AppendAsync(DbConnection connection, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken) =>
        database.ExecuteAsync(connection, _insert, entries, cancellationToken);

    /// <summary>Returns what appends the entries, to be sent with other statements.</summary>
    public BulkRun Appending(IReadOnlyList<NewEntry> entries) => BulkRun.Of(_insert, entries);

    /// <summary>An entry to append.</summary>
    internal readonly record struct NewEntry(
        string Shop, string SubjectType, string SubjectNumber, DateTimeOffset At, TimelineKind Kind, Actor Actor, string? Fingerprint, string? Text = null);
}
