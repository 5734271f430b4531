namespace SystemLog;

/// <summary>What kind of actor did something. Values are stored: never renumber.</summary>
public enum ActorKind
{
    /// <summary>One of the host's staff.</summary>
    User = 1,

    /// <summary>A customer of the shop.</summary>
    Customer = 2,

    /// <summary>The host or SystemLog itself.</summary>
    System = 3,

    /// <summary>A payment, mail or other provider.</summary>
    Provider = 4,

    /// <summary>Another program of the shop, such as its accounting.</summary>
    Integration = 5,
}
