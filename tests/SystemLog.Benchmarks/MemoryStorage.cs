using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Benchmarks;

/// <summary>A storage that takes everything at once, and remembers it where it is asked to.</summary>
internal sealed class MemoryStorage : IStorage, IIssueStore, IIssueQueries
{
    public string Name => "nowhere";

    public Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public List<IssueDelta> Deltas { get; } = [];

    public bool Remembers { get; init; } = true;

    public Task RecordAsync(IssueBatch batch, CancellationToken cancellationToken = default)
    {
        if (Remembers)
        {
            Deltas.AddRange(batch.Issues);
        }

        return Task.CompletedTask;
    }

    public Task<int> ApplyAsync(string shop, IssueSelection selection, IssueChange change, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<Page<Issue>> ListAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<Issue>([], null));

    public Task<IReadOnlyList<CauseGroup>> GroupByCauseAsync(string shop, IssueFilter filter, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<CauseGroup>>([]);

    public Task<Issue?> FindAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) => Task.FromResult<Issue?>(null);

    public Task<IReadOnlyList<Occurrence>> OccurrencesAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Occurrence>>([]);

    public Task<IReadOnlyList<IssueRound>> RoundsAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<IssueRound>>([]);

    public Task<Page<IssueRound>> HistoryAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<IssueRound>([], null));

    public Task<int> CountUntreatedAsync(string shop, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task<IReadOnlyDictionary<SubjectRef, int>> CountUntreatedOfAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<SubjectRef, int>>(new Dictionary<SubjectRef, int>());

    public Task<IReadOnlyList<DroppedReports>> DroppedAsync(string shop, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<DroppedReports>>([]);
}
