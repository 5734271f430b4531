namespace SystemLog.Work;

/// <summary>Does one kind of work. Called again for the same item after a time-out, an outage or a crash: what it does must be safe to repeat, or
/// begin behind <see cref="WorkContext.PassPointOfNoReturnAsync"/>.</summary>
public interface IWorkHandler
{
    /// <summary>Gets the kind and its limits.</summary>
    WorkKind Kind { get; }

    /// <summary>Does an item. What it throws is a <see cref="WorkOutcome.TryAgain"/>; behind the point of no return it is a
    /// <see cref="WorkOutcome.Unknown"/>.</summary>
    /// <param name="work">The item and its attempt.</param>
    /// <param name="cancellationToken">Asks to stop: the time limit, a lost lease or a stopping host.</param>
    Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken);

    /// <summary>Returns an older payload in the form of today; null where that cannot be done, and the item is parked.</summary>
    /// <param name="payload">The payload as it was queued.</param>
    /// <param name="version">Its version, less than that of the kind.</param>
    string? Upgrade(string payload, int version) => null;
}
