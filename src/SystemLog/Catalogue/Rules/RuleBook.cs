namespace SystemLog.Catalogue.Rules;

/// <summary>Rules in the order in which they are tried.</summary>
internal sealed class RuleBook
{
    private readonly Page[] _pages;
    private readonly FragmentIndex _fragments;

    public RuleBook(IEnumerable<ErrorRule> rules)
    {
        Rules = [.. rules.OrderBy(rule => rule.Rank)];
        _fragments = new(Rules.SelectMany(rule => rule.Words.SelectMany(group => group).Concat(rule.Without)));
        _pages = [.. Rules.Select(rule => new Page(rule, [.. rule.Words.Select(NumbersOf)], NumbersOf(rule.Without)))];
    }

    /// <summary>Gets the rules.</summary>
    public IReadOnlyList<ErrorRule> Rules { get; }

    /// <summary>Returns the first rule that matches; null where none does.</summary>
    public ErrorRule? Find(ErrorReading reading)
    {
        Span<ulong> marks = stackalloc ulong[_fragments.MarksLength];
        var any = _fragments.Find(reading.Normal, marks);
        foreach (var page in _pages)
        {
            if ((any || page.Words.Length == 0) && page.Matches(reading, marks))
            {
                return page.Rule;
            }
        }

        return null;
    }

    /// <summary>Returns whether a rule of the book matches, whatever stands before it.</summary>
    public bool Matches(ErrorRule rule, ErrorReading reading)
    {
        Span<ulong> marks = stackalloc ulong[_fragments.MarksLength];
        _fragments.Find(reading.Normal, marks);
        return Array.Find(_pages, page => page.Rule == rule)!.Matches(reading, marks);
    }

    private int[] NumbersOf(IEnumerable<string> fragments) => [.. fragments.Select(fragment => _fragments.Numbers[fragment])];

    /// <summary>A rule with the numbers of its fragments.</summary>
    private sealed record Page(ErrorRule Rule, int[][] Words, int[] Without)
    {
        public bool Matches(ErrorReading reading, ReadOnlySpan<ulong> marks)
        {
            foreach (var group in Words)
            {
                if (!HasOneOf(group, marks))
                {
                    return false;
                }
            }

            return !HasOneOf(Without, marks) && Rule.MatchesStructure(reading);
        }

        private static bool HasOneOf(int[] fragments, ReadOnlySpan<ulong> marks)
        {
            foreach (var number in fragments)
            {
                if (FragmentIndex.Has(marks, number))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
