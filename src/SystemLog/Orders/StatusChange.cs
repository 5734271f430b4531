using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>One change of an order's status. Append-only; the changes of an order are numbered without gaps, and each begins where the one before
/// ended.</summary>
public sealed record StatusChange
{
    /// <summary>The trigger of a status that was taken over from the host, which is no transition.</summary>
    public const string ImportTrigger = "Import";

    /// <summary>Gets its number, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets the status before; null for the first.</summary>
    public string? From { get; init; }

    /// <summary>Gets the status after.</summary>
    public required string To { get; init; }

    /// <summary>Gets what set it off.</summary>
    public required string Trigger { get; init; }

    /// <summary>Gets the id of the transition; empty for an import.</summary>
    public required string Transition { get; init; }

    /// <summary>Gets whether it was made without a person.</summary>
    public required bool IsAutomatic { get; init; }

    /// <summary>Gets who made it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the reason that was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what the customer was told beside it.</summary>
    public string? CustomerNote { get; init; }

    /// <summary>Gets what the staff noted.</summary>
    public string? InternalNote { get; init; }

    /// <summary>Gets whether it went past the rules of the workflow.</summary>
    public bool IsOverride { get; init; }

    /// <summary>Gets the id of the command that asked for it, unique in the shop.</summary>
    public string? CommandId { get; init; }

    /// <summary>Gets the id that ties it to what else happened for the same cause.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets what it suggested for the money.</summary>
    public PaymentHint PaymentHint { get; init; }

    /// <summary>Gets the version of the workflow's definition.</summary>
    public required string WorkflowVersion { get; init; }
}
