namespace SystemLog.Catalogue.Rules;

/// <summary>Rules in the order in which they are tried.</summary>
internal sealed class RuleBook
{
    private readonly ErrorRule[] _rules;
    private readonly int[][][] _words;
    private readonly FragmentIndex _fragments;

    public RuleBook(IEnumerable<ErrorRule> rules)
    {
        _rules = [.. rules.OrderBy(rule => rule.Rank)];
        _fragments = new(_rules.SelectMany(rule => rule.WordGroups).SelectMany(group => group));
        _words = [.. _rules.Select(rule => rule.WordGroups.Select(group => group.Select(_fragments.IdOf).ToArray()).ToArray())];
    }

    /// <summary>Gets the rules.</summary>
    public IReadOnlyList<ErrorRule> Rules => _rules;

    /// <summary>Returns the first rule that matches; null where none does.</summary>
    public ErrorRule? Find(ErrorReading reading)
    {
        var found = _fragments.FindIn(reading.Normal);
        for (var i = 0; i < _rules.Length; i++)
        {
            if (HasOneOfEach(found, _words[i]) && _rules[i].Matches(reading))
            {
                return _rules[i];
            }
        }

        return null;
    }

    private static bool HasOneOfEach(bool[] found, int[][] groups)
    {
        foreach (var group in groups)
        {
            if (!HasOneOf(found, group))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasOneOf(bool[] found, int[] group)
    {
        foreach (var id in group)
        {
            if (found[id])
            {
                return true;
            }
        }

        return false;
    }
}
