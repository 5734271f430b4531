namespace SystemLog.Orders.Workflows;

/// <summary>Where a transition leads.</summary>
public abstract record TransitionTarget
{
    private TransitionTarget()
    {
    }

    /// <summary>To a status.</summary>
    /// <param name="Code">The status.</param>
    /// <param name="When">What must hold for it, where the transition has several targets.</param>
    public sealed record Status(string Code, IReadOnlyList<Guard> When) : TransitionTarget;

    /// <summary>Back to the status before the error.</summary>
    /// <param name="Codes">The statuses that are remembered.</param>
    public sealed record Previous(IReadOnlyList<string> Codes) : TransitionTarget;

    /// <summary>To the status that whoever makes the change chooses.</summary>
    /// <param name="Codes">The statuses to choose among.</param>
    public sealed record Chosen(IReadOnlyList<string> Codes) : TransitionTarget;
}
