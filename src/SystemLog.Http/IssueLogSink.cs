using SystemLog.Issues;

namespace SystemLog.Http;

internal sealed class IssueLogSink(IssueLog issues) : IFailureSink
{
    public void Report(in ErrorReport report) => issues.Report(report);

    public void ReportSuccess(string source, ReportedCall call) =>
        issues.ReportSuccess(source, call.Operation, call.Subject, shop: call.Shop);
}
