using System.Threading.Channels;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>The system log: takes errors from the host, shows them to the merchant, and keeps who solved what.</summary>
/// <remarks>
/// Reporting never waits and never throws for anything but a bug of the caller (<see cref="ArgumentException"/>). Reading and acting may
/// throw <see cref="StorageException"/>, because whoever asks must know.
/// </remarks>
public sealed class IssueLog
{
    private readonly IIssueStore _store;
    private readonly IIssueQueries _queries;
    private readonly ShopDirectory _shops;
    private readonly TimeProvider _time;
    private readonly ReportIntake _intake;
    private readonly BatchSaver _saver;

    internal IssueLog(
        IIssueStore store, IIssueQueries queries, ShopDirectory shops, TimeProvider time, (ReportIntake Intake, BatchSaver Saver) writing)
    {
        _store = store;
        _queries = queries;
        _shops = shops;
        _time = time;
        (_intake, _saver) = writing;
    }

    private const int MaxNameLength = 64;
    private const int MaxTextLength = 64 * 1024;

    /// <summary>Gets how the storage fares.</summary>
    public StorageStatus StorageStatus => _saver.Status;

    /// <summary>Gets about how many reports wait to be written.</summary>
    public int Waiting => _intake.Waiting;

    /// <summary>The number at which counting untreated orders stops; the badge shows "999+" there.</summary>
    public const int UntreatedLimit = 1_000;

    /// <summary>Reports an error from the host's hot path. Never waits; the writer stores it within moments.</summary>
    /// <exception cref="ArgumentException">The shop is not configured, the source or operation is empty, or the subject was never set.</exception>
    public void Report(in ErrorReport report)
    {
        var shop = ValidShop(report);
        _intake.Add(QueuedReport.Failure(shop, Bounded(report), At(report.OccurredAt)));
    }

    /// <summary>Reports an error and returns when it cannot be lost any more: its transaction is committed. Waits while the storage is down.</summary>
    /// <exception cref="ArgumentException">The shop is not configured, the source or operation is empty, or the subject was never set.</exception>
    /// <exception cref="StorageException">The host stops, or the storage cannot take this very report.</exception>
    public async Task ReportDurableAsync(ErrorReport report, CancellationToken cancellationToken = default)
    {
        var shop = ValidShop(report);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _intake.AddAsync(QueuedReport.Failure(shop, Bounded(report), At(report.OccurredAt), written), cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new StorageException("The host has stopped; the report is not written.", isTransient: true, exception);
        }

        await written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Tells that an operation succeeded: open issues of it that last happened before are solved by the system. Never waits.</summary>
    /// <exception cref="ArgumentException">The shop is not configured, the source or operation is empty, or the subject was never set.</exception>
    public void ReportSuccess(string source, string operation, SubjectRef subject, DateTimeOffset? at = null, string? shop = null)
    {
        var report = new ErrorReport { Shop = shop, Source = source, Operation = operation, Subject = subject };
        _intake.Add(QueuedReport.Success(ValidShop(report), report, At(at)));
    }

    /// <summary>Returns issues, the newest last occurrence first.</summary>
    public Task<Page<Issue>> ListAsync(
        string shop, IssueFilter filter, PageKey? after = null, int size = 50, CancellationToken cancellationToken = default) =>
        _queries.ListAsync(Known(shop), filter, new(_time.GetUtcNow(), size, after), cancellationToken);

    /// <summary>Returns the causes of issues across orders, those touching most orders first.</summary>
    public Task<IReadOnlyList<CauseGroup>> GroupByCauseAsync(string shop, IssueFilter filter, CancellationToken cancellationToken = default) =>
        _queries.GroupByCauseAsync(Known(shop), filter, _time.GetUtcNow(), cancellationToken);

    /// <summary>Returns one issue; null where there is none.</summary>
    public Task<Issue?> FindAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        _queries.FindAsync(Known(shop), id, cancellationToken);

    /// <summary>Returns the newest occurrences with their redacted details, newest first.</summary>
    public Task<IReadOnlyList<Occurrence>> OccurrencesAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        _queries.OccurrencesAsync(Known(shop), id, cancellationToken);

    /// <summary>Returns the solved rounds of an issue, newest first.</summary>
    public Task<IReadOnlyList<IssueRound>> RoundsAsync(string shop, Fingerprint id, CancellationToken cancellationToken = default) =>
        _queries.RoundsAsync(Known(shop), id, cancellationToken);

    /// <summary>Returns what was solved, newest first.</summary>
    public Task<Page<IssueRound>> HistoryAsync(
        string shop, IssueFilter filter, PageKey? after = null, int size = 50, CancellationToken cancellationToken = default) =>
        _queries.HistoryAsync(Known(shop), filter, new(_time.GetUtcNow(), size, after), cancellationToken);

    /// <summary>Returns how many orders and other subjects are untreated, at most <see cref="UntreatedLimit"/>.</summary>
    public Task<int> CountUntreatedAsync(string shop, CancellationToken cancellationToken = default) =>
        _queries.CountUntreatedAsync(Known(shop), _time.GetUtcNow(), UntreatedLimit, cancellationToken);

    /// <summary>Returns how many untreated issues each of these orders and other subjects has; those without any are left out.</summary>
    public Task<IReadOnlyDictionary<SubjectRef, int>> CountUntreatedOfAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken = default) =>
        _queries.CountUntreatedOfAsync(Known(shop), subjects, _time.GetUtcNow(), cancellationToken);

    /// <summary>Returns what could only be counted, per source and reason.</summary>
    public Task<IReadOnlyList<DroppedReports>> DroppedAsync(string shop, CancellationToken cancellationToken = default) =>
        _queries.DroppedAsync(Known(shop), cancellationToken);

    /// <summary>Marks issues as solved. This does not touch the order.</summary>
    /// <returns>How many were open and are solved now.</returns>
    public Task<int> SolveAsync(
        string shop, IssueSelection selection, Actor actor, string? note = null, CancellationToken cancellationToken = default)
    {
        var how = selection is IssueSelection.These ? SolvedHow.Manually : SolvedHow.InBulk;
        return ApplyAsync(shop, selection, new IssueChange.Solve(actor, _time.GetUtcNow(), how, note), cancellationToken);
    }

    /// <summary>Opens solved issues again.</summary>
    /// <returns>How many were solved and are open now.</returns>
    public Task<int> ReopenAsync(string shop, IssueSelection selection, Actor actor, CancellationToken cancellationToken = default) =>
        ApplyAsync(shop, selection, new IssueChange.Reopen(actor, _time.GetUtcNow()), cancellationToken);

    /// <summary>Gives issues to somebody; null takes them back.</summary>
    /// <returns>How many changed.</returns>
    public Task<int> AssignAsync(
        string shop, IssueSelection selection, Actor actor, Actor? to, CancellationToken cancellationToken = default) =>
        ApplyAsync(shop, selection, new IssueChange.Assign(actor, _time.GetUtcNow(), to), cancellationToken);

    /// <summary>Keeps issues off the overview and the badge until a time; null brings them back.</summary>
    /// <returns>How many changed.</returns>
    public Task<int> MuteAsync(
        string shop, IssueSelection selection, Actor actor, DateTimeOffset? until, CancellationToken cancellationToken = default) =>
        ApplyAsync(shop, selection, new IssueChange.Mute(actor, _time.GetUtcNow(), until), cancellationToken);

    /// <summary>Writes a comment, 1 to 4,000 characters.</summary>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public Task<int> CommentAsync(string shop, Fingerprint id, Actor actor, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, 4_000, nameof(text));
        var comment = new IssueChange.Comment(actor, _time.GetUtcNow(), StorableText.Of(text));
        return ApplyAsync(shop, new IssueSelection.These([id]), comment, cancellationToken);
    }

    private Task<int> ApplyAsync(string shop, IssueSelection selection, IssueChange change, CancellationToken cancellationToken) =>
        _store.ApplyAsync(Known(shop), selection, change, cancellationToken);

    private string Known(string shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return _shops.Get(shop).Id;
    }

    private string ValidShop(in ErrorReport report)
    {
        CheckName(report.Source, nameof(report.Source));
        CheckName(report.Operation, nameof(report.Operation));
        if (!report.Subject.IsSet)
        {
            throw new ArgumentException("The subject was never set: say which order or other subject the error is about.", nameof(report));
        }

        return _shops.Get(report.Shop).Id;
    }

    private static void CheckName(string? name, string property)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
        {
            throw new ArgumentException($"{property} ('{name}') must have 1 to {MaxNameLength} characters.", property);
        }
    }

    /// <summary>A body longer than any that is read is cut before it waits in memory.</summary>
    private static ErrorReport Bounded(in ErrorReport report) =>
        report.Answer?.Body?.Length > MaxTextLength || report.Text?.Length > MaxTextLength
            ? report with
            {
                Answer = report.Answer is { } answer ? answer with { Body = Cut(answer.Body) } : null,
                Text = Cut(report.Text),
            }
            : report;

    private static string? Cut(string? text) => text is null ? null : StorableText.Cut(text, MaxTextLength);

    /// <summary>A clock that runs ahead would make an occurrence that no solving can come after, so the future counts as now.</summary>
    private long At(DateTimeOffset? occurredAt)
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        return occurredAt is { } at ? Math.Clamp(at.ToUnixTimeMilliseconds(), 0, now) : now;
    }
}
