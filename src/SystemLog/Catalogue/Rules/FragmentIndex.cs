namespace SystemLog.Catalogue.Rules;

/// <summary>Finds which of many fragments stand in a text, in one pass over it, however many there are.</summary>
internal sealed class FragmentIndex
{
    // Fragments are filed by their first three characters: rules have few that begin alike, and few that are shorter.
    private const int KeyLength = 3;
    private const int Slots = 4_096;

    private readonly string[] _fragments;
    private readonly int[]?[] _slots = new int[]?[Slots];
    private readonly int[] _short;

    public FragmentIndex(IEnumerable<string> fragments)
    {
        _fragments = [.. fragments.Distinct(StringComparer.Ordinal)];
        Numbers = _fragments.Index().ToDictionary(fragment => fragment.Item, fragment => fragment.Index, StringComparer.Ordinal);
        _short = [.. Numbers.Values.Where(number => _fragments[number].Length < KeyLength)];
        foreach (var slot in Numbers.Values.Except(_short).GroupBy(number => SlotOf(_fragments[number])))
        {
            _slots[slot.Key] = [.. slot];
        }
    }

    /// <summary>Gets the number of each fragment.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>Gets how many words of 64 bits it takes to mark the fragments found.</summary>
    public int MarksLength => (_fragments.Length / 64) + 1;

    /// <summary>Marks the fragments that stand in the text.</summary>
    /// <returns>Whether there is any.</returns>
    public bool Find(ReadOnlySpan<char> text, Span<ulong> marks)
    {
        marks.Clear();
        var any = false;
        foreach (var number in _short)
        {
            any |= text.Contains(_fragments[number], StringComparison.Ordinal) && Mark(marks, number);
        }

        for (var at = 0; at <= text.Length - KeyLength; at++)
        {
            if (_slots[SlotOf(text[at..])] is { } slot)
            {
                foreach (var number in slot)
                {
                    any |= !Has(marks, number) && text[at..].StartsWith(_fragments[number], StringComparison.Ordinal) && Mark(marks, number);
                }
            }
        }

        return any;
    }

    /// <summary>Returns whether a fragment is marked.</summary>
    public static bool Has(ReadOnlySpan<ulong> marks, int number) => (marks[number >> 6] & (1UL << (number & 63))) != 0;

    private static bool Mark(Span<ulong> marks, int number)
    {
        marks[number >> 6] |= 1UL << (number & 63);
        return true;
    }

    // Multiplying spreads the few letters that texts are made of over all slots.
    private static int SlotOf(ReadOnlySpan<char> text) => (int)((uint)((((text[0] * 31) + text[1]) * 31) + text[2]) * 2_654_435_761u >> 20);
}
