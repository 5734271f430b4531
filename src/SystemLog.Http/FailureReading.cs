using System.Net.Http;
using System.Net.Http.Headers;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Http;

/// <summary>Decides what is reported of a call. Pure: it reads request and answer and changes nothing.</summary>
internal static class FailureReading
{
    private static readonly string[] s_correlationHeaders =
    [
        "x-request-id", "x-correlation-id", "x-tlx-request-id", "correlation-id", "klarna-correlation-id", "request-id", "x-ms-request-id",
        "traceparent",
    ];

    /// <summary>Returns what the call is about, and whether the host named both operation and subject.</summary>
    public static (ReportedCall Call, bool IsNamed) CallOf(string source, HttpRequestMessage request, FailureReportingOptions options)
    {
        if (request.CallForSystemLog() is { } call)
        {
            return (call, true);
        }

        var operation = options.Operation?.Invoke(request);
        var subject = options.Subject?.Invoke(request);
        return (new()
        {
            Operation = operation ?? Operations.Other,
            Subject = subject ?? new(SubjectTypes.Integration, source),
            Shop = options.Shop?.Invoke(request),
        }, operation is not null && subject is not null);
    }

    /// <summary>Returns the report of a failing answer.</summary>
    public static ErrorReport OfAnswer(string source, ReportedCall call, HttpResponseMessage response, string? body) =>
        Of(source, call) with
        {
            Answer = new(
                (int)response.StatusCode,
                body,
                response.Content.Headers.ContentType?.MediaType,
                CorrelationId(response.Headers) ?? CorrelationId(response.RequestMessage?.Headers)),
        };

    /// <summary>Returns the report of a call that got no answer.</summary>
    public static ErrorReport OfException(string source, ReportedCall call, Exception exception) =>
        Of(source, call) with { Exception = exception };

    private static ErrorReport Of(string source, ReportedCall call) => new()
    {
        Shop = call.Shop,
        Source = source,
        Operation = call.Operation,
        Subject = call.Subject,
        SubjectLink = call.Link,
        OrderAmount = call.OrderAmount,
        ProviderAmount = call.ProviderAmount,
        Attempt = call.Attempt,
    };

    private static string? CorrelationId(HttpHeaders? headers)
    {
        foreach (var name in s_correlationHeaders)
        {
            if (headers?.TryGetValues(name, out var values) == true)
            {
                return values.First();
            }
        }

        return null;
    }
}
