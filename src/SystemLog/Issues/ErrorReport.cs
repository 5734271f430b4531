using SystemLog.Subjects;

namespace SystemLog.Issues;

/// <summary>One error that an order, a booking or another subject met. A struct, so that reporting allocates nothing.</summary>
public readonly record struct ErrorReport
{
    /// <summary>Creates a report; set at least source, operation and subject.</summary>
    public ErrorReport()
    {
    }

    /// <summary>Gets the shop. The default is the host's default shop.</summary>
    public string? Shop { get; init; }

    /// <summary>Gets who gave the error: one of <see cref="Catalogue.Sources"/> or the host's own word, at most 64 characters.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what was tried: one of <see cref="Catalogue.Operations"/> or the host's own word, at most 64 characters.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets what it was tried for.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets the address of the subject in the host's admin: http, https or a path on the site.</summary>
    public string? SubjectLink { get; init; }

    /// <summary>Gets the provider's answer; null where none came.</summary>
    public ProviderAnswer? Answer { get; init; }

    /// <summary>Gets the exception; its text is read by the writer, not on the caller's thread.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets what happened in words, where there is neither answer nor exception, or better words than theirs.</summary>
    public string? Text { get; init; }

    /// <summary>Gets when it happened. The default is now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Gets the amount as the shop has it, where it differs from the provider's.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>Gets the amount as the provider has it, where it differs from the shop's.</summary>
    public Money? ProviderAmount { get; init; }

    /// <summary>Gets which attempt failed, from 1; null where the host does not count.</summary>
    public int? Attempt { get; init; }

    /// <summary>
    /// Gets the host's own grouping, of which 200 characters count: reports of one shop, source, operation and subject with the same key
    /// are one issue, whatever their texts. The default is to group by the facts of the error.
    /// </summary>
    public string? GroupingKey { get; init; }
}
