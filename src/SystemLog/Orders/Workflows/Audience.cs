namespace SystemLog.Orders.Workflows;

/// <summary>Who is told of a change. Values are stored: never renumber.</summary>
public enum Audience
{
    /// <summary>The customer.</summary>
    Customer = 1,

    /// <summary>Those who approve orders.</summary>
    Approvers = 2,
}
