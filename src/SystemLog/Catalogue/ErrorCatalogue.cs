using System.Collections.Frozen;
using System.Globalization;

namespace SystemLog.Catalogue;

/// <summary>Knows what providers' errors mean. Never throws, whatever the error holds: at worst the cause is <see cref="Cause.Unknown"/>.</summary>
public sealed class ErrorCatalogue
{
    private readonly FrozenDictionary<string, IAnswerParser> _parsers;

    /// <summary>Creates a catalogue from the parsers of the adapters in use.</summary>
    public ErrorCatalogue(IEnumerable<IAnswerParser> parsers) =>
        _parsers = parsers.ToFrozenDictionary(parser => parser.Source, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the raw facts of an error: code, correlation id, messages.</summary>
    public ErrorFacts Read(ProviderError error) => _parsers.TryGetValue(error.Source, out var parser) ? parser.Parse(error) : ErrorFacts.None;

    /// <summary>Explains an error.</summary>
    public Explanation Explain(ProviderError error) => Explain(error, Read(error));

    /// <summary>Explains an error whose facts are read already.</summary>
    public Explanation Explain(ProviderError error, ErrorFacts facts) =>
        new() { Cause = Cause.Unknown, Family = CauseFamily.Unknown, Retryable = false, WhoMustAct = WhoMustAct.Merchant, Match = Match.None, Facts = facts };

    /// <summary>Returns what a merchant reads about an explained error.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="rule">The rule; null where none matched.</param>
    /// <param name="values">The values the advice mentions.</param>
    /// <param name="culture">The language; English where it is not known.</param>
    public Advice Describe(string source, Cause cause, string? rule, IReadOnlyDictionary<string, string> values, CultureInfo culture) =>
        new(cause.ToString(), cause.ToString());
}
