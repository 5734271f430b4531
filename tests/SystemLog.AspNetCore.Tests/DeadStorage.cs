using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;
using SystemLog.Settings;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A storage that gives no answer to anything but its preparation.</summary>
internal sealed class DeadStorage(Task prepared) : IStorage, IIssueStore, IIssueQueries, IIssueRetention, ITimelineStore, IWorkStore, IWorkQueries,
    IIssueSummaries, ISettingStore
{
    public string Name => "Dead";

    public static void Register(IServiceCollection services) => Register(services, Task.CompletedTask);

    /// <summary>Registers one that another process holds until a task is done.</summary>
    public static void Register(IServiceCollection services, Task prepared)
    {
        var dead = new DeadStorage(prepared);
        services.AddSingleton<IStorage>(dead).AddSingleton<IIssueStore>(dead).AddSingleton<IIssueQueries>(dead);
        services.AddSingleton<IIssueRetention>(dead).AddSingleton<ITimelineStore>(dead);
        services.AddSingleton<IWorkStore>(dead).AddSingleton<IWorkQueries>(dead);
        services.AddSingleton<IIssueSummaries>(dead).AddSingleton<ISettingStore>(dead);
    }

    public Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default)
    {
        if (!prepared.IsCompleted)
        {
            waiting("Another process holds it.");
        }

        return prepared;
    }

    public Task RecordAsync(IssueBatch batch, CancellationToken cancellationToken = default) => Task.FromException(Outage());

    public Task<int> ApplyAsync(string shop, IssueSelection selection, IssueChange change, CancellationToken cancellationToken = default) => Down<int>();

    public Task<Page<Issue>> ListAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default) => Down<Page<Issue>>();

    public Task<IReadOnlyList<CauseGroup>> GroupByCauseAsync(string shop, IssueFilter filter, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<CauseGroup>>();

    public Task<Issue?> FindAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) => Down<Issue?>();

    public Task<IReadOnlyList<Occurrence>> OccurrencesAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<Occurrence>>();

    public Task<IReadOnlyList<IssueRound>> RoundsAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<IssueRound>>();

    public Task<Page<IssueRound>> HistoryAsync(string shop, IssueFilter filter, PageRequest page, CancellationToken cancellationToken = default) =>
        Down<Page<IssueRound>>();

    public Task<int> CountUntreatedAsync(string shop, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => Down<int>();

    public Task<IReadOnlyDictionary<SubjectRef, int>> CountUntreatedOfAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyDictionary<SubjectRef, int>>();

    public Task<IReadOnlyList<DroppedReports>> DroppedAsync(string shop, CancellationToken cancellationToken = default) => Down<IReadOnlyList<DroppedReports>>();

    public Task<int> ExpireAsync(
        string shop, DateTimeOffset detailsBefore, DateTimeOffset solvedBefore, int limit, CancellationToken cancellationToken = default) => Down<int>();

    public Task<IReadOnlyList<TimelineEntry>> OfSubjectAsync(string shop, SubjectRef subject, int limit, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<TimelineEntry>>();

    public Task<IReadOnlyList<TimelineEntry>> OfIssueAsync(string shop, Fingerprint issue, int limit, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<TimelineEntry>>();

    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, Func<DbConnection, Task>? cause = null, CancellationToken cancellationToken = default) => Down<int>();

    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, DbConnection connection, CancellationToken cancellationToken = default) => Down<int>();

    public Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) => Down<IReadOnlyList<ClaimedWork>>();

    public Task<bool> ExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) => Down<bool>();

    public Task<bool> PassPointOfNoReturnAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) => Down<bool>();

    public Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default) => Down<bool>();

    public Task<bool> RunAgainAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) => Down<bool>();

    public Task<bool> CancelAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) => Down<bool>();

    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) => Down<DateTimeOffset>();

    public Task<WorkItem?> FindAsync(string shop, string kind, string key, CancellationToken cancellationToken = default) => Down<WorkItem?>();

    public Task<WorkItem?> FindAsync(string shop, long id, CancellationToken cancellationToken = default) => Down<WorkItem?>();

    public Task<Page<WorkItem>> ListAsync(string shop, WorkFilter filter, PageKey? after, int size, CancellationToken cancellationToken = default) =>
        Down<Page<WorkItem>>();

    public Task<IReadOnlyList<WorkKindCounts>> CountAsync(string? shop, CancellationToken cancellationToken = default) => Down<IReadOnlyList<WorkKindCounts>>();

    public Task<IReadOnlyList<WorkAttempt>> AttemptsAsync(long item, CancellationToken cancellationToken = default) => Down<IReadOnlyList<WorkAttempt>>();

    public Task<IReadOnlyList<WorkDecision>> DecisionsAsync(long item, CancellationToken cancellationToken = default) => Down<IReadOnlyList<WorkDecision>>();

    public Task<IssueSummary> SummarizeAsync(string shop, SummaryRequest request, CancellationToken cancellationToken = default) => Down<IssueSummary>();

    public Task<StoredSetting?> FindAsync(string shop, string name, CancellationToken cancellationToken = default) => Down<StoredSetting?>();

    public Task<IReadOnlyDictionary<string, StoredSetting>> OfAllShopsAsync(string name, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyDictionary<string, StoredSetting>>();

    public Task<bool> SaveAsync(string shop, string name, SettingChange change, CancellationToken cancellationToken = default) => Down<bool>();

    private static Task<T> Down<T>() => Task.FromException<T>(Outage());

    private static StorageException Outage() => new("The database does not answer.", isTransient: true);
}
