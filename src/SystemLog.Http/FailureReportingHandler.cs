using System.Net.Http;
using Microsoft.Extensions.Logging;
using SystemLog.Issues;

namespace SystemLog.Http;

/// <summary>Reports what fails on its way through, and what succeeds after it failed.</summary>
/// <remarks>Never changes what the caller gets, never throws of its own.</remarks>
internal sealed partial class FailureReportingHandler : DelegatingHandler
{
    private readonly string _source;
    private readonly FailureReportingOptions _options;
    private readonly IFailureSink _sink;
    private readonly ClientTimeout _timeout;
    private readonly ILogger _logger;
    private bool _hasWarned;

    public FailureReportingHandler(string source, FailureReportingOptions options, IFailureSink sink, ClientTimeout timeout, ILogger logger)
    {
        _source = source;
        _options = options;
        _sink = sink;
        _timeout = timeout;
        _logger = logger;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ClientTimeout.Start(request);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception failure)
        {
            ReportException(request, failure, cancellationToken);
            throw;
        }

        if (IsFailure(response))
        {
            var body = await PeekedBody.TakeAsync(response.Content, cancellationToken);
            response.Content = body.Content;
            ReportAnswer(request, response, body.Text);
        }
        else
        {
            ReportSuccess(request);
        }

        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ClientTimeout.Start(request);
        HttpResponseMessage response;
        try
        {
            response = base.Send(request, cancellationToken);
        }
        catch (Exception failure)
        {
            ReportException(request, failure, cancellationToken);
            throw;
        }

        if (IsFailure(response))
        {
            var body = PeekedBody.Take(response.Content, cancellationToken);
            response.Content = body.Content;
            ReportAnswer(request, response, body.Text);
        }
        else
        {
            ReportSuccess(request);
        }

        return response;
    }

    private bool IsFailure(HttpResponseMessage response)
    {
        var isFailure = false;
        Safely(() => isFailure = _options.IsFailure(response));
        return isFailure;
    }

    private void ReportAnswer(HttpRequestMessage request, HttpResponseMessage response, string? body) => Safely(() =>
    {
        var (call, _) = FailureReading.CallOf(_source, request, _options);
        _sink.Report(FailureReading.OfAnswer(_source, call, response, body));
    });

    private void ReportException(HttpRequestMessage request, Exception failure, CancellationToken cancellationToken)
    {
        if (Reported(request, failure, cancellationToken) is { } exception)
        {
            Safely(() =>
            {
                var (call, _) = FailureReading.CallOf(_source, request, _options);
                _sink.Report(FailureReading.OfException(_source, call, exception));
            });
        }
    }

    // A success solves issues only where the host named what it is a success of, and where the call did it: one that only looked did not.
    private void ReportSuccess(HttpRequestMessage request) => Safely(() =>
    {
        var (call, isNamed) = FailureReading.CallOf(_source, request, _options);
        if (isNamed && !IsSafe(request.Method))
        {
            _sink.ReportSuccess(_source, call);
        }
    });

    // What is reported of a failure: nothing where the caller cancelled or called wrongly.
    private Exception? Reported(HttpRequestMessage request, Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested && !_timeout.IsOver(request) => null,
        OperationCanceledException => new TimeoutException("No answer came in time.", failure),
        ArgumentException or InvalidOperationException or NotSupportedException => null,
        _ => failure,
    };

    // RFC 9110, 9.2.1: methods that change nothing.
    private static bool IsSafe(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    // The only catch of its own: a wrong shop or a fault in the host's delegates must not fail the host's payment.
    private void Safely(Action report)
    {
        try
        {
            report();
        }
        catch (Exception fault)
        {
            if (!_hasWarned)
            {
                _hasWarned = true;
                LogNotReported(_logger, _source, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call to {Source} could not be reported to the system log. Said once per handler.")]
    private static partial void LogNotReported(ILogger logger, string source, Exception fault);
}
