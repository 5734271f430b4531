namespace SystemLog;

/// <summary>Who did something: a person, or the system itself.</summary>
/// <param name="Id">Stable id in the host, for example the user's id.</param>
/// <param name="Name">The name shown in history.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The system: what happened without a person, such as an issue solved because a later try succeeded.</summary>
    public static Actor System { get; } = new("system", "System");

    /// <summary>Gets whether no person was involved.</summary>
    public bool IsSystem => Id == System.Id;
}
