using SystemLog.Issues;

namespace SystemLog.Http;

/// <summary>Where a client's failures and successes go.</summary>
internal interface IFailureSink
{
    /// <summary>Takes a failure.</summary>
    void Report(in ErrorReport report);

    /// <summary>Takes a success.</summary>
    void ReportSuccess(string source, ReportedCall call);
}
