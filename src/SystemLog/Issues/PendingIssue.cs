namespace SystemLog.Issues;

/// <summary>What waits to be written of one issue: every time it happened, and the newest reports for their details.</summary>
internal sealed class PendingIssue(ReadReport first)
{
    private readonly PriorityQueue<Sample, long> _samples = new();

    /// <summary>Gets the newest report read.</summary>
    public ReadReport Newest { get; private set; } = first;

    /// <summary>Gets the newest report's link and amounts; of a report that was only counted, nothing but these.</summary>
    public ErrorReport NewestReport { get; private set; }

    /// <summary>Gets when it happened.</summary>
    public Moments Times { get; } = new();

    /// <summary>Gets who waits for it to be written.</summary>
    public List<TaskCompletionSource> Waiting { get; } = [];

    /// <summary>Gets the newest reports, oldest first.</summary>
    public IEnumerable<Sample> Samples => _samples.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element);

    /// <summary>Gets about how many bytes the samples keep alive.</summary>
    public long SampleBytes { get; private set; }

    private long _newestAt = long.MinValue;

    /// <summary>Counts a report; keeps its details where it is one of the newest and there is room.</summary>
    /// <returns>By how many bytes the samples grew or shrank.</returns>
    public long Add(ReadReport read, in QueuedReport report, int samplesKept, bool keepDetails)
    {
        Times.Add(report.At);
        if (report.Written is { } written)
        {
            Waiting.Add(written);
        }

        if (report.At >= _newestAt)
        {
            _newestAt = report.At;
            Newest = read;
            NewestReport = report.Report with { Answer = null, Exception = null, Text = null };
        }

        return keepDetails ? Keep(new(read, report), samplesKept) : 0;
    }

    private long Keep(Sample sample, int samplesKept)
    {
        long change = sample.Report.Bytes;
        if (_samples.Count < samplesKept)
        {
            _samples.Enqueue(sample, sample.Report.At);
        }
        else
        {
            change -= _samples.EnqueueDequeue(sample, sample.Report.At).Report.Bytes;
        }

        SampleBytes += change;
        return change;
    }

    /// <summary>A report whose details are kept.</summary>
    internal readonly record struct Sample(ReadReport Read, QueuedReport Report);
}
