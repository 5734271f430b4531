using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>Why reports are one issue: the raw facts its fingerprint is made of, for "why grouped".</summary>
public sealed record GroupingFacts
{
    /// <summary>Gets the shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Gets the source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the subject.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets the provider's code.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the HTTP status or SMTP reply code.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the full name of the exception's type.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Gets the text with ids, times and amounts replaced by '#'.</summary>
    public string? NormalizedText { get; init; }

    /// <summary>Gets the host's own grouping key; where there is one, code, status, exception and text do not count.</summary>
    public string? Key { get; init; }
}
