using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Timeline;

/// <summary>A row of systemlog.timeline_entry.</summary>
internal sealed class TimelineRow
{
    public const string Columns =
        """
        id, subject_type as subjecttype, subject_number as subjectnumber, at, kind, actor_id as actorid, actor_name as actorname,
        actor_kind as actorkind, fingerprint, text
        """;

    public required string Id { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectNumber { get; init; }

    public required long At { get; init; }

    public required long Kind { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public long? ActorKind { get; init; }

    public string? Fingerprint { get; init; }

    public string? Text { get; init; }

    public TimelineEntry ToEntry() => new()
    {
        Id = Id,
        Subject = new(SubjectType, SubjectNumber),
        At = UnixTime.Of(At),
        Kind = (TimelineKind)Kind,
        Actor = ActorKind is { } kind ? new(ActorId, ActorName) { Kind = (ActorKind)kind } : new(ActorId, ActorName),
        Issue = Fingerprint is null ? null : Issues.Fingerprint.Parse(Fingerprint),
        Text = Text,
    };
}
