namespace SystemLog.Orders;

/// <summary>The payload of a trigger that waits until its order is back from an error.</summary>
internal sealed record WaitingTrigger(string Trigger, WaitingTrigger.Who By, string CommandId)
{
    public string? To { get; init; }

    public string? Reason { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>Who set it off.</summary>
    internal sealed record Who(string Id, string Name, ActorKind Kind)
    {
        public Actor ToActor() => new(Id, Name) { Kind = Kind };
    }
}
