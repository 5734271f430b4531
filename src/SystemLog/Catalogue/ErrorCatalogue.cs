using System.Collections.Frozen;
using System.Globalization;
using SystemLog.Catalogue.Rules;

namespace SystemLog.Catalogue;

/// <summary>Knows what providers' errors mean.</summary>
/// <remarks>Explaining never throws, whatever the error holds: at worst the cause is <see cref="Cause.Unknown"/>.</remarks>
public sealed class ErrorCatalogue
{
    private readonly FrozenDictionary<string, IAnswerParser> _parsers;
    private readonly FrozenDictionary<string, ProviderPortal> _portals;
    private readonly RulesInUse _rules;

    /// <summary>Creates a catalogue from the parsers, rules and portals of the adapters in use; general rules are always known.</summary>
    /// <exception cref="ArgumentException">Two parsers read one source, two portals belong to one, or two rules share an id.</exception>
    public ErrorCatalogue(
        IEnumerable<IAnswerParser> parsers, IEnumerable<ErrorRuleSet>? rules = null, IEnumerable<ProviderPortal>? portals = null)
    {
        _parsers = parsers.ToFrozenDictionary(parser => parser.Source, StringComparer.OrdinalIgnoreCase);
        _portals = (portals ?? []).ToFrozenDictionary(portal => portal.Source, StringComparer.OrdinalIgnoreCase);
        _rules = new([.. rules ?? []]);
        Version = CatalogueVersion.Of(_rules, _parsers.Values);
    }

    /// <summary>Gets a mark of rules and parsers: another where they may read an error otherwise.</summary>
    public string Version { get; }

    /// <summary>Reads the raw facts of an error: code, correlation id, messages.</summary>
    public ErrorFacts Read(ProviderError error)
    {
        var facts = _parsers.TryGetValue(Aliases.Source(error.Source), out var parser) ? Parse(parser, error) : GeneralAnswers.Parse(error);
        return facts.CorrelationId is null && error.CorrelationId is not null ? facts with { CorrelationId = error.CorrelationId } : facts;
    }

    /// <summary>Explains an error.</summary>
    public Explanation Explain(ProviderError error) => Explain(error, Read(error));

    /// <summary>Explains an error whose facts are read already.</summary>
    public Explanation Explain(ProviderError error, ErrorFacts facts)
    {
        var reading = new ErrorReading(error, facts);
        return Of(_rules.Find(Aliases.Source(error.Source), reading), Match.Rule, reading)
            ?? (AmountsDiffer(error) ? Of(Cause.AmountMismatch, Match.General, facts) : null)
            ?? Of(_rules.FindGeneral(reading), Match.General, reading)
            ?? Of(Cause.Unknown, Match.None, facts);
    }

    /// <summary>Returns what a merchant reads about an explained error.</summary>
    /// <param name="source">The source; empty where none is meant.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="rule">The rule; null where none matched, or one that is not known any more.</param>
    /// <param name="values">The values the advice mentions.</param>
    /// <param name="culture">The language; English where it is not known.</param>
    public Advice Describe(string source, Cause cause, string? rule, IReadOnlyDictionary<string, string> values, CultureInfo culture)
    {
        var language = Languages.Of(culture);
        var texts = _rules.ById(rule) is { Texts.Count: > 0 } found ? found.Texts : CauseTexts.Of(cause);
        var template = texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault(Languages.English) ?? texts.Values.First();
        var name = _portals.GetValueOrDefault(Aliases.Source(source))?.NameIn(language) ?? source;
        return template.Fill(values, name.Length > 0 ? name : Languages.SomeProvider(language));
    }

    // A host may bring a parser of its own, and that may have a fault.
    private static ErrorFacts Parse(IAnswerParser parser, ProviderError error)
    {
        try
        {
            return parser.Parse(error);
        }
        catch (Exception)
        {
            return GeneralAnswers.Parse(error);
        }
    }

    private static bool AmountsDiffer(ProviderError error) =>
        error.OrderAmount is { } order && error.ProviderAmount is { } provider && order != provider;

    private static Explanation Of(Cause cause, Match match, ErrorFacts facts) => new()
    {
        Cause = cause,
        Family = CauseFamilies.Of(cause),
        Retryable = false,

        // What nobody understands, a developer must look at; amounts that differ, whoever knows the order.
        WhoMustAct = cause == Cause.Unknown ? WhoMustAct.Developer : WhoMustAct.Merchant,
        Match = match,
        Facts = facts,
    };

    private static Explanation? Of(ErrorRule? rule, Match match, ErrorReading reading) => rule is null
        ? null
        : new()
        {
            Cause = rule.Entry.Cause,
            Family = CauseFamilies.Of(rule.Entry.Cause),
            Retryable = rule.Entry.Retryable,
            WhoMustAct = rule.Entry.WhoMustAct,
            Match = match,
            Rule = rule.Id,
            Values = rule.Capture(reading),
            Facts = reading.Facts,
        };
}
