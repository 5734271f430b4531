namespace SystemLog;

/// <summary>Who did something: a person, or the system itself.</summary>
/// <param name="Id">Stable id in the host, for example the user's id.</param>
/// <param name="Name">The name shown in history.</param>
public sealed record Actor(string Id, string Name)
{
    private const string SystemId = "system";

    /// <summary>The system: what happened without a person, such as an issue solved because a later try succeeded.</summary>
    public static Actor System { get; } = new(SystemId, "System");

    /// <summary>Gets what kind of actor it is. The default is one of the host's staff; the system's own is <see cref="ActorKind.System"/>.</summary>
    public ActorKind Kind { get; init; } = Id == SystemId ? ActorKind.System : ActorKind.User;

    /// <summary>Gets whether no person was involved.</summary>
    public bool IsSystem => Id == SystemId;

    /// <summary>Gets whether it is a person: staff or a customer.</summary>
    public bool IsPerson => Kind is ActorKind.User or ActorKind.Customer;
}
