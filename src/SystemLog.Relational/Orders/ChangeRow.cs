using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>A row of systemlog.status_change.</summary>
internal sealed class ChangeRow
{
    public const string Columns =
        """
        c.sequence, c.from_status as fromstatus, c.to_status as tostatus, c.trigger, c.transition, c.is_automatic as isautomatic,
        c.actor_id as actorid, c.actor_name as actorname, c.actor_kind as actorkind, c.at, c.reason, c.customer_note as customernote,
        c.internal_note as internalnote, c.is_override as isoverride, c.command_id as commandid, c.correlation_id as correlationid,
        c.payment_hint as paymenthint, c.workflow_version as workflowversion
        """;

    public long Sequence { get; init; }

    public string? FromStatus { get; init; }

    public required string ToStatus { get; init; }

    public required string Trigger { get; init; }

    public required string Transition { get; init; }

    public long IsAutomatic { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public long ActorKind { get; init; }

    public long At { get; init; }

    public string? Reason { get; init; }

    public string? CustomerNote { get; init; }

    public string? InternalNote { get; init; }

    public long IsOverride { get; init; }

    public string? CommandId { get; init; }

    public string? CorrelationId { get; init; }

    public long PaymentHint { get; init; }

    public required string WorkflowVersion { get; init; }

    /// <summary>Returns the columns that a change is stored in.</summary>
    public static BulkColumns<OrderWrite> Stored() => new BulkColumns<OrderWrite>()
        .Key(write => write.State.Order)
        .Number("sequence", write => write.Change!.Sequence)
        .Text("from_status", write => write.Change!.From)
        .Text("to_status", write => write.Change!.To)
        .Text("trigger", write => write.Change!.Trigger)
        .Text("transition", write => write.Change!.Transition)
        .Number("is_automatic", write => write.Change!.IsAutomatic ? 1 : 0)
        .Text("actor_id", write => OrderTexts.Cut(write.Change!.Actor.Id, OrderTexts.MaxName))
        .Text("actor_name", write => OrderTexts.Cut(write.Change!.Actor.Name, OrderTexts.MaxName))
        .Number("actor_kind", write => (long)write.Change!.Actor.Kind)
        .Number("at", write => write.Change!.At.ToUnixTimeMilliseconds())
        .Text("reason", write => OrderTexts.Cut(write.Change!.Reason, ChangeOptions.MaxReasonLength))
        .Text("customer_note", write => OrderTexts.Cut(write.Change!.CustomerNote, ChangeOptions.MaxNoteLength))
        .Text("internal_note", write => OrderTexts.Cut(write.Change!.InternalNote, ChangeOptions.MaxNoteLength))
        .Number("is_override", write => write.Change!.IsOverride ? 1 : 0)
        .Text("command_id", write => write.Change!.CommandId)
        .Text("correlation_id", write => OrderTexts.Cut(write.Change!.CorrelationId, ChangeOptions.MaxIdLength))
        .Number("payment_hint", write => (long)write.Change!.PaymentHint)
        .Text("workflow_version", write => write.Change!.WorkflowVersion);

    public StatusChange ToChange() => new()
    {
        Sequence = Sequence,
        From = FromStatus,
        To = ToStatus,
        Trigger = Trigger,
        Transition = Transition,
        IsAutomatic = IsAutomatic != 0,
        Actor = new(ActorId, ActorName) { Kind = (ActorKind)ActorKind },
        At = UnixTime.Of(At),
        Reason = Reason,
        CustomerNote = CustomerNote,
        InternalNote = InternalNote,
        IsOverride = IsOverride != 0,
        CommandId = CommandId,
        CorrelationId = CorrelationId,
        PaymentHint = (PaymentHint)PaymentHint,
        WorkflowVersion = WorkflowVersion,
    };
}
