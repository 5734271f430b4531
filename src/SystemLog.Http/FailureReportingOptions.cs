using System.Net.Http;
using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Http;

/// <summary>How a client's calls become reports. A call that was named with <c>request.ForSystemLog(...)</c> needs none of it.</summary>
public sealed class FailureReportingOptions
{
    /// <summary>Gets or sets what a request tries. The default, also where it returns null, is <see cref="Operations.Other"/>.</summary>
    public Func<HttpRequestMessage, string?>? Operation { get; set; }

    /// <summary>Gets or sets what a request is about. The default, also where it returns null, is the integration itself.</summary>
    public Func<HttpRequestMessage, SubjectRef?>? Subject { get; set; }

    /// <summary>Gets or sets the shop of a request. The default, also where it returns null, is the host's default shop.</summary>
    public Func<HttpRequestMessage, string?>? Shop { get; set; }

    /// <summary>Gets or sets which answers are failures. The default is every status from 400.</summary>
    public Func<HttpResponseMessage, bool> IsFailure { get; set; } = response => (int)response.StatusCode >= 400;
}
