using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Notices;

/// <summary>All that the decision looks at, who is told of a change.</summary>
internal sealed record NoticeFacts
{
    public required Transition Transition { get; init; }

    public required TransitionFacts Change { get; init; }

    /// <summary>What the messages tell of; see <see cref="OrderMessage.Cause"/>.</summary>
    public required string Cause { get; init; }

    /// <summary>Whether whoever makes the change wants the customer told; null as the rules have it.</summary>
    public bool? Notify { get; init; }

    /// <summary>How the customer is told.</summary>
    public MessageChannels Channels { get; init; } = MessageChannels.Email;

    /// <summary>The switch of the order.</summary>
    public bool SendsMessages { get; init; } = true;

    /// <summary>Whether the order comes back into a status that has been told of.</summary>
    public bool IsReentry { get; init; }

    /// <summary>Whether the change takes the one before back, in time.</summary>
    public bool Reverts { get; init; }

    /// <summary>What the host can send on.</summary>
    public MessageChannels Available { get; init; }
}
