namespace SystemLog.Orders.Workflows;

/// <summary>Who may set off a transition.</summary>
public enum TransitionMode
{
    /// <summary>The system, a provider or an integration.</summary>
    Automatic = 1,

    /// <summary>A person.</summary>
    Manual = 2,

    /// <summary>Either. The history says which it was.</summary>
    Either = 3,
}
