using System.Collections.Frozen;

namespace SystemLog.Catalogue.Rules;

/// <summary>Every rule of the adapters and of the host, each at its place.</summary>
internal sealed class RulesInUse
{
    private readonly FrozenDictionary<string, RuleBook> _first;
    private readonly FrozenDictionary<string, RuleBook> _ours;
    private readonly FrozenDictionary<string, RuleBook> _oursOfFailures;
    private readonly FrozenDictionary<string, ErrorRule> _byId;

    /// <exception cref="ArgumentException">Two rules share an id.</exception>
    public RulesInUse(IReadOnlyList<ErrorRuleSet> sets)
    {
        var first = sets.Where(set => set.Placement != RulePlacement.WithOurs).ToList();
        var notUsed = first.Where(set => set.Placement == RulePlacement.InsteadOfOurs)
            .Select(set => set.Source).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ours = sets.Except(first).Append(ErrorRuleSet.General).Where(set => !notUsed.Contains(set.Source)).ToList();
        var replaced = first.SelectMany(set => set.Ids).ToHashSet(StringComparer.Ordinal);

        _first = Books(first, _ => true);
        _ours = Books(ours, rule => !replaced.Contains(rule.Id));
        _oursOfFailures = Books(ours, rule => !replaced.Contains(rule.Id) && rule.Entry.When.Failure is not null);
        _byId = _first.Values.Concat(_ours.Values).SelectMany(book => book.Rules).ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    /// <summary>Returns the rule written for this error: the host's own, for the source or for all, before the adapter's.</summary>
    /// <remarks>Where no answer came, an exception's words are not the provider's: "the request was canceled" is no cancelled payment.</remarks>
    public ErrorRule? Find(string source, ErrorReading reading) =>
        _first.GetValueOrDefault(source)?.Find(reading)
        ?? _first.GetValueOrDefault(ErrorRuleSet.AnySource)?.Find(reading)
        ?? (reading.Failure == FailureKind.None ? _ours : _oursOfFailures).GetValueOrDefault(source)?.Find(reading);

    /// <summary>Returns the rule for any provider that matches.</summary>
    public ErrorRule? FindGeneral(ErrorReading reading) => _ours.GetValueOrDefault(ErrorRuleSet.AnySource)?.Find(reading);

    /// <summary>Gets every rule with its source, in an order that does not depend on the process.</summary>
    public IEnumerable<(string Source, RuleFile.Entry Entry)> InOrder =>
        from books in new[] { _first, _ours }
        from book in books.OrderBy(book => book.Key, StringComparer.Ordinal)
        from rule in book.Value.Rules
        select (book.Key, rule.Entry);

    /// <summary>Returns a rule by its id; null where it is not known.</summary>
    public ErrorRule? ById(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    private static FrozenDictionary<string, RuleBook> Books(IEnumerable<ErrorRuleSet> sets, Func<ErrorRule, bool> used) =>
        sets.GroupBy(set => set.Source, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(
            same => same.Key,
            same => new RuleBook(same.SelectMany(set => set.Rules).Where(used)),
            StringComparer.OrdinalIgnoreCase);
}
