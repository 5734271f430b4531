using SystemLog.Http;
using SystemLog.Subjects;

namespace System.Net.Http;

/// <summary>Tells SystemLog what a request is about.</summary>
public static class SystemLogHttpRequestMessageExtensions
{
    private static readonly HttpRequestOptionsKey<ReportedCall> s_key = new("SystemLog.Call");

    /// <summary>Names what the request tries and for which order. A failure of it becomes an issue, a success solves that issue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">What is tried: one of <see cref="SystemLog.Catalogue.Operations"/> or the host's own word.</param>
    /// <param name="subject">What it is tried for.</param>
    /// <param name="shop">The shop; null for the host's default shop.</param>
    /// <param name="link">The address of the subject in the host's admin.</param>
    /// <exception cref="ArgumentException">The operation is empty or the subject was never set.</exception>
    public static HttpRequestMessage ForSystemLog(
        this HttpRequestMessage request, string operation, SubjectRef subject, string? shop = null, string? link = null) =>
        request.ForSystemLog(new ReportedCall { Operation = operation, Subject = subject, Shop = shop, Link = link });

    /// <summary>Names what the request tries, with amounts and attempt.</summary>
    /// <exception cref="ArgumentException">The operation is empty or the subject was never set.</exception>
    public static HttpRequestMessage ForSystemLog(this HttpRequestMessage request, ReportedCall call)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentException.ThrowIfNullOrWhiteSpace(call.Operation, nameof(call));
        if (!call.Subject.IsSet)
        {
            throw new ArgumentException("The subject was never set.", nameof(call));
        }

        request.Options.Set(s_key, call);
        return request;
    }

    internal static ReportedCall? CallForSystemLog(this HttpRequestMessage request) =>
        request.Options.TryGetValue(s_key, out var call) ? call : null;
}
