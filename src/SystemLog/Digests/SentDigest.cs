using SystemLog.Work;

namespace SystemLog.Digests;

/// <summary>A summary mail that was sent, is to be sent, or could not be.</summary>
/// <param name="Item">The work: its state, its attempts, why it failed.</param>
/// <param name="Result">What there is to tell of it; null while it is not done.</param>
/// <param name="Date">The local date it is of; null for a test.</param>
public sealed record SentDigest(WorkItem Item, DigestResult? Result, DateOnly? Date)
{
    /// <summary>Gets whether somebody only tried it.</summary>
    public bool IsTest => Date is null;
}
