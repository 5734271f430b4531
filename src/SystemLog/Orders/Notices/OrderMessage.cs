using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Notices;

/// <summary>The decision to tell somebody of a change, or not to, and what became of it.</summary>
public sealed record OrderMessage
{
    /// <summary>Gets what it tells of, unique per order: the number of the change, or the trigger and command of what kept the status.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets who is told.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Gets how.</summary>
    public required MessageChannels Channel { get; init; }

    /// <summary>Gets what became of it.</summary>
    public required MessageState State { get; init; }

    /// <summary>Gets why nobody is told; null where somebody is.</summary>
    public SuppressionReason? Suppressed { get; init; }

    /// <summary>Gets the address or number; several are parted by commas.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets the language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Gets when it was decided, and later when the last thing became of it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what the provider said, where it was refused or is not known.</summary>
    public string? Detail { get; init; }
}
