using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A storage that gives no answer to anything but its preparation.</summary>
internal sealed class DeadStorage : IStorage, IIssueStore, IIssueQueries, IIssueRetention, ITimelineStore
{
    public string Name => "Dead";

    public static void Register(IServiceCollection services)
    {
        var dead = new DeadStorage();
        services.AddSingleton<IStorage>(dead).AddSingleton<IIssueStore>(dead).AddSingleton<IIssueQueries>(dead);
        services.AddSingleton<IIssueRetention>(dead).AddSingleton<ITimelineStore>(dead);
    }

    public Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default) => Task.CompletedTask;

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

    public Task<IReadOnlyList<DroppedReports>> DroppedAsync(string shop, CancellationToken cancellationToken = default) => Down<IReadOnlyList<DroppedReports>>();

    public Task<int> ExpireAsync(
        string shop, DateTimeOffset detailsBefore, DateTimeOffset solvedBefore, int limit, CancellationToken cancellationToken = default) => Down<int>();

    public Task<IReadOnlyList<TimelineEntry>> OfSubjectAsync(string shop, SubjectRef subject, int limit, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<TimelineEntry>>();

    public Task<IReadOnlyList<TimelineEntry>> OfIssueAsync(string shop, Fingerprint issue, int limit, CancellationToken cancellationToken = default) =>
        Down<IReadOnlyList<TimelineEntry>>();

    private static Task<T> Down<T>() => Task.FromException<T>(Outage());

    private static StorageException Outage() => new("The database does not answer.", isTransient: true);
}
