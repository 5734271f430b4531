using System.Buffers;

namespace SystemLog.Catalogue.Rules;

/// <summary>Rules in the order in which they are tried.</summary>
internal sealed class RuleBook
{
    private readonly ErrorRule[] _rules;
    private readonly SearchValues<string> _fragments;

    public RuleBook(IEnumerable<ErrorRule> rules)
    {
        _rules = [.. rules.OrderBy(rule => rule.Rank)];
        _fragments = SearchValues.Create([.. _rules.SelectMany(rule => rule.Fragments).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    /// <summary>Gets the rules.</summary>
    public IReadOnlyList<ErrorRule> Rules => _rules;

    /// <summary>Returns the first rule that matches; null where none does.</summary>
    public ErrorRule? Find(ErrorReading reading)
    {
        // Most rules want words, and one pass tells whether the error has any of them at all.
        var hasWords = reading.Normal.AsSpan().ContainsAny(_fragments);
        foreach (var rule in _rules)
        {
            if ((hasWords || !rule.NeedsWords) && rule.Matches(reading))
            {
                return rule;
            }
        }

        return null;
    }
}
