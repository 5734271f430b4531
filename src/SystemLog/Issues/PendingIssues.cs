using SystemLog.Catalogue;
using SystemLog.Diagnostics;
using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>
/// What waits for the storage: equal fingerprints brought together. Bounded by issues and bytes; what goes beyond is counted, first on
/// its issue without details, then per shop, source and reason.
/// </summary>
internal sealed class PendingIssues(int maxIssues, long maxSampleBytes, int samplesKept)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Shop, string Source, DropReason Reason), DroppedReports> _dropped = [];
    private Dictionary<Fingerprint, PendingIssue> _issues = [];
    private Dictionary<(string Shop, string Source, string Operation, SubjectRef Subject), DateTimeOffset> _successes = [];
    private long _sampleBytes;

    /// <summary>Gets how many issues wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _issues.Count;
            }
        }
    }

    /// <summary>Gets whether anything waits.</summary>
    public bool Any
    {
        get
        {
            lock (_lock)
            {
                return _issues.Count + _successes.Count + _dropped.Count > 0;
            }
        }
    }

    /// <summary>Adds a report; <paramref name="keepDetails"/> false only counts it.</summary>
    public void Add(ReadReport read, in QueuedReport report, bool keepDetails)
    {
        lock (_lock)
        {
            if (!_issues.TryGetValue(read.Id, out var issue))
            {
                // A durable caller waits for its report, so that their number bounds what goes beyond the limit.
                if (_issues.Count >= maxIssues && report.Written is null)
                {
                    CountDropped(read.Grouping.Shop, read.Grouping.Source, DropReason.TooManyIssuesWaiting, 1, report.At);
                    return;
                }

                issue = new(read);
                _issues.Add(read.Id, issue);
            }

            _sampleBytes += issue.Add(read, report, samplesKept, keepDetails && _sampleBytes + report.Bytes <= maxSampleBytes);
        }
    }

    /// <summary>Adds a success; the latest of one operation counts.</summary>
    public void AddSuccess(in QueuedReport success)
    {
        var key = (success.Shop, Aliases.Source(success.Report.Source), Aliases.Operation(success.Report.Operation), success.Report.Subject);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(success.At);
        lock (_lock)
        {
            if (_successes.TryGetValue(key, out var known))
            {
                _successes[key] = known < at ? at : known;
            }
            else if (_successes.Count < maxIssues)
            {
                _successes.Add(key, at);
            }
            else
            {
                SystemLogMetrics.SuccessesDropped.Add(1);
            }
        }
    }

    /// <summary>Counts reports that cannot be attributed to an issue.</summary>
    public void AddDropped(string shop, string source, DropReason reason, long count, long at)
    {
        lock (_lock)
        {
            CountDropped(shop, source, reason, count, at);
        }
    }

    /// <summary>Takes what waits, at most <paramref name="maxCount"/> issues; successes only with the last of them, since they come after.</summary>
    public PendingBatch Take(int maxCount)
    {
        lock (_lock)
        {
            var issues = TakeIssues(maxCount);
            IReadOnlyList<OperationSuccess> successes = [];
            if (_issues.Count == 0 && _successes.Count > 0)
            {
                successes = [.. _successes.Select(one => new OperationSuccess(one.Key.Shop, one.Key.Source, one.Key.Operation, one.Key.Subject, one.Value))];
                _successes = [];
            }

            DroppedReports[] dropped = [.. _dropped.Values];
            _dropped.Clear();
            return new(issues, successes, dropped);
        }
    }

    private List<PendingIssue> TakeIssues(int maxCount)
    {
        List<PendingIssue> taken;
        if (_issues.Count <= maxCount)
        {
            taken = [.. _issues.Values];
            _issues = new(taken.Count);
        }
        else
        {
            taken = [.. _issues.Values.Take(maxCount)];
            foreach (var issue in taken)
            {
                _issues.Remove(issue.Newest.Id);
            }
        }

        _sampleBytes -= taken.Sum(issue => issue.SampleBytes);
        return taken;
    }

    private void CountDropped(string shop, string source, DropReason reason, long count, long at)
    {
        var key = (shop, source, reason);
        var last = DateTimeOffset.FromUnixTimeMilliseconds(at);
        SystemLogMetrics.ReportsDropped.Add(count);
        _dropped[key] = _dropped.TryGetValue(key, out var known)
            ? known with { Count = known.Count + count, LastAt = known.LastAt > last ? known.LastAt : last }
            : new(shop, source, reason, count, last);
    }
}
