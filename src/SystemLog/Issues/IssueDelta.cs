using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>What a batch adds to one issue: equal fingerprints brought together before they reach the database.</summary>
public sealed record IssueDelta
{
    /// <summary>Gets the issue.</summary>
    public required Fingerprint Id { get; init; }

    /// <summary>Gets the facts that group it, shop first.</summary>
    public required GroupingFacts Grouping { get; init; }

    /// <summary>Gets what the newest occurrence means.</summary>
    public required Explanation Explanation { get; init; }

    /// <summary>Gets the version of the catalogue that explained it.</summary>
    public string? Catalogue { get; init; }

    /// <summary>Gets the newest occurrence's words in one line, redacted, at most 500 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the folded text a search looks through.</summary>
    public required string Search { get; init; }

    /// <summary>Gets the address of the subject in the host's admin.</summary>
    public string? SubjectLink { get; init; }

    /// <summary>Gets the newest correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets the shop's amount, where amounts differ.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>Gets the provider's amount, where amounts differ.</summary>
    public Money? ProviderAmount { get; init; }

    /// <summary>Gets when it happened, oldest first; never empty.</summary>
    public required IReadOnlyList<Moment> Times { get; init; }

    /// <summary>Gets how many occurrences there are.</summary>
    public long Count => Times.Sum(moment => moment.Count);

    /// <summary>Gets when the first of them happened.</summary>
    public DateTimeOffset FirstAt => DateTimeOffset.FromUnixTimeMilliseconds(Times[0].At);

    /// <summary>Gets when the last of them happened.</summary>
    public DateTimeOffset LastAt => DateTimeOffset.FromUnixTimeMilliseconds(Times[^1].At);

    /// <summary>Gets how many happened per day of the shop.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }

    /// <summary>Gets the newest occurrences whose details are kept, at most <see cref="SystemLogOptions.OccurrencesKept"/>.</summary>
    public required IReadOnlyList<Occurrence> Samples { get; init; }

    /// <summary>
    /// Splits the delta at a time that lies within it, because what happened before a solving belongs to the round that was solved, and
    /// what happened after it to the next.
    /// </summary>
    /// <param name="at">The time of the solving. What happened at that very time lies before.</param>
    /// <returns>Both parts. The days stay whole on the later one: they are counted per issue, not per round.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Nothing of the delta lies on one of the sides.</exception>
    public (IssueDelta Before, IssueDelta After) SplitAfter(DateTimeOffset at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, Times[0].At, nameof(at));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(milliseconds, Times[^1].At, nameof(at));

        return (
            this with
            {
                Times = [.. Times.TakeWhile(moment => moment.At <= milliseconds)],
                Samples = [.. Samples.Where(sample => sample.At.ToUnixTimeMilliseconds() <= milliseconds)],
                Days = [],
            },
            this with
            {
                Times = [.. Times.SkipWhile(moment => moment.At <= milliseconds)],
                Samples = [.. Samples.Where(sample => sample.At.ToUnixTimeMilliseconds() > milliseconds)],
            });
    }
}
