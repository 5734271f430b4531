using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Tests;

/// <summary>Keeps the batches the writer saves, and fails or waits as a test wants it to.</summary>
internal sealed class RecordingStorage : IStorage, IIssueStore, IIssueQueries
{
    private readonly Lock _lock = new();
    private readonly List<IssueBatch> _batches = [];
    private readonly SemaphoreSlim _saved = new(0);

    public string Name => "recording";

    /// <summary>Runs before a batch is kept; throw to refuse it, wait to hold it up.</summary>
    public Func<IssueBatch, Task> OnRecord { get; set; } = _ => Task.CompletedTask;

    public Func<Action<string>, CancellationToken, Task> OnPrepare { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<IssueBatch> Batches
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches];
            }
        }
    }

    public IEnumerable<IssueDelta> Deltas => Batches.SelectMany(batch => batch.Issues);

    public Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default) => OnPrepare(waiting, cancellationToken);

    public async Task RecordAsync(IssueBatch batch, CancellationToken cancellationToken = default)
    {
        await OnRecord(batch);
        lock (_lock)
        {
            _batches.Add(batch);
        }

        _saved.Release();
    }

    /// <summary>Waits until what is kept satisfies the condition.</summary>
    public async Task UntilAsync(Func<RecordingStorage, bool> condition)
    {
        while (!condition(this))
        {
            await _saved.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public Task<int> ApplyAsync(string shop, IssueSelection selection, IssueChange change, CancellationToken cancellationToken = default) =>
        Task.FromResult(0);

    public Task<Page<Issue>> ListAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Page<Issue>([], null));

    public Task<IReadOnlyList<CauseGroup>> GroupByCauseAsync(
        string shop, IssueFilter filter, DateTimeOffset now, CancellationToken cancellationToken = default) =>
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
