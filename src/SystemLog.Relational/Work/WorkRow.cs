using SystemLog.Subjects;

namespace SystemLog.Work;

/// <summary>A row of systemlog.work_item.</summary>
internal sealed class WorkRow
{
    public const string Columns =
        """
        id, shop_id as shopid, kind, key, subject_type as subjecttype, subject_number as subjectnumber, state, due_at as dueat,
        order_key as orderkey, payload, payload_version as payloadversion, attempts, tries, token, reason, result,
        queued_at as queuedat, ended_at as endedat
        """;

    public long Id { get; init; }

    public required string ShopId { get; init; }

    public required string Kind { get; init; }

    public required string Key { get; init; }

    public string? SubjectType { get; init; }

    public string? SubjectNumber { get; init; }

    public long State { get; init; }

    public long DueAt { get; init; }

    public string? OrderKey { get; init; }

    public required string Payload { get; init; }

    public int PayloadVersion { get; init; }

    public int Attempts { get; init; }

    public int Tries { get; init; }

    public long Token { get; init; }

    public string? Reason { get; init; }

    public string? Result { get; init; }

    public long QueuedAt { get; init; }

    public long? EndedAt { get; init; }

    public WorkItem ToItem() => new()
    {
        Id = Id,
        Shop = ShopId,
        Kind = Kind,
        Key = Key,
        Subject = SubjectType is null || SubjectNumber is null ? null : new SubjectRef(SubjectType, SubjectNumber),
        State = (WorkState)State,
        DueAt = UnixTime.Of(DueAt),
        OrderKey = OrderKey,
        Payload = Payload,
        PayloadVersion = PayloadVersion,
        Attempts = Attempts,
        Tries = Tries,
        Reason = Reason,
        Result = Result,
        QueuedAt = UnixTime.Of(QueuedAt),
        EndedAt = UnixTime.Of(EndedAt),
    };
}
