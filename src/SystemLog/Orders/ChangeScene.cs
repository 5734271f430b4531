using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>What a change happens in.</summary>
internal sealed record ChangeScene
{
    public required OrderWorkflow Workflow { get; init; }

    public required TransitionFacts Facts { get; init; }

    public required ChangeOptions Options { get; init; }

    /// <summary>What the host can send on.</summary>
    public required MessageChannels Available { get; init; }

    /// <summary>Whether the host is told of changes.</summary>
    public bool TellsHost { get; init; }

    /// <summary>The change before, where nobody has been told of it yet; null otherwise.</summary>
    public Reverting? Reverting { get; init; }

    /// <summary>Whether the order leaves an error, so that what came in meanwhile is done.</summary>
    public bool ReturnsFromError { get; init; }
}
