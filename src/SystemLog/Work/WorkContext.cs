namespace SystemLog.Work;

/// <summary>One attempt at an item, as its handler sees it.</summary>
public sealed class WorkContext
{
    private readonly Func<CancellationToken, Task<bool>> _pass;

    internal WorkContext(WorkItem item, Func<CancellationToken, Task<bool>> pass)
    {
        Item = item;
        _pass = pass;
    }

    /// <summary>Gets the item; its payload has the version of the kind.</summary>
    public WorkItem Item { get; private set; }

    /// <summary>Gets whether what cannot be taken back may have begun.</summary>
    internal bool IsPastReturn { get; private set; }

    /// <summary>Takes the payload in the form of today.</summary>
    internal void Upgrade(string payload, int version) => Item = Item with { Payload = payload, PayloadVersion = version };

    /// <summary>
    /// Says that what cannot be taken back begins now: the first byte of a mail, a capture. From here on an attempt that ends without an
    /// outcome (an exception, the time limit, a lost lease, a dead process) leaves the item <see cref="WorkState.Unknown"/> and it is never
    /// tried again by itself. An outcome that the handler returns counts as always.
    /// </summary>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="OperationCanceledException">The lease has been lost: another node has the item, and nothing may begin here.</exception>
    /// <exception cref="Storage.StorageException">The database gave no proper answer: nothing may begin.</exception>
    public async Task PassPointOfNoReturnAsync(CancellationToken cancellationToken = default)
    {
        IsPastReturn = true;
        if (!await _pass(cancellationToken))
        {
            throw new OperationCanceledException("The lease has been lost.");
        }
    }
}
