namespace SystemLog.Issues;

/// <summary>A report, or a success, on its way to the writer.</summary>
internal readonly struct QueuedReport
{
    private QueuedReport(string shop, in ErrorReport report, long at, bool isSuccess, TaskCompletionSource? written)
    {
        Shop = shop;
        Report = report;
        At = at;
        IsSuccess = isSuccess;
        Written = written;
        Bytes = FixedBytes + (sizeof(char) * (Length(report.Answer?.Body) + Length(report.Text))) + (report.Exception is null ? 0 : ExceptionBytes);
    }

    // What a report holds beside its texts, and what an exception with its trace holds, as an order of magnitude.
    private const int FixedBytes = 300;
    private const int ExceptionBytes = 4_000;

    /// <summary>Gets the shop, known to be configured.</summary>
    public string Shop { get; }

    /// <summary>Gets the report; of a success only source, operation and subject are set.</summary>
    public ErrorReport Report { get; }

    /// <summary>Gets when it happened, in unix milliseconds.</summary>
    public long At { get; }

    /// <summary>Gets whether this tells of a success.</summary>
    public bool IsSuccess { get; }

    /// <summary>Gets what the caller waits for; null where nobody waits.</summary>
    public TaskCompletionSource? Written { get; }

    /// <summary>Gets about how many bytes it keeps alive.</summary>
    public int Bytes { get; }

    /// <summary>Makes a report ready for the queue.</summary>
    public static QueuedReport Failure(string shop, in ErrorReport report, long at, TaskCompletionSource? written = null) =>
        new(shop, report, at, isSuccess: false, written);

    /// <summary>Makes a success ready for the queue.</summary>
    public static QueuedReport Success(string shop, in ErrorReport operation, long at) => new(shop, operation, at, isSuccess: true, written: null);

    private static int Length(string? text) => text?.Length ?? 0;
}
