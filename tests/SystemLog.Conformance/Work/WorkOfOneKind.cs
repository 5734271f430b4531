using SystemLog.Work;

namespace SystemLog.Conformance.Work;

/// <summary>Items of a shop and kind that no other test has.</summary>
public sealed class WorkOfOneKind(IStorageFixture storage)
{
    /// <summary>Long enough that no lease runs out during a test.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    public string Shop { get; } = Any.Shop();

    public string Kind { get; } = $"kind-{Any.Number()}";

    public NewWork New(string key, int minute = 0) => new() { Shop = Shop, Kind = Kind, Key = key, DueAt = Any.Minute(minute) };

    public Task<IReadOnlyList<ClaimedWork>> ClaimAsync(int limit = 10) => storage.Work.ClaimAsync(new(Kind, "node", Lease, limit));

    public async Task<ClaimedWork> QueueAndClaimAsync(string key)
    {
        await storage.Work.EnqueueAsync([New(key)]);
        return (await ClaimAsync()).Single(claimed => claimed.Item.Key == key);
    }

    public Task<bool> EndAsync(ClaimedWork claimed, WorkOutcome outcome) =>
        storage.Work.EndAsync(claimed, WorkEnd.Of(outcome, claimed.Item.Tries, RetryPolicy.Default, chance: 0.5));

    public async Task<WorkItem> FindAsync(string key) =>
        await storage.WorkQueries.FindAsync(Shop, Kind, key) ?? throw new InvalidOperationException("The item is not there.");
}
