using System.Collections.Frozen;

namespace SystemLog.Catalogue.Rules;

/// <summary>Finds which of many fragments stand in a text, in one pass: looking for each of a thousand would cost a thousand passes.</summary>
internal sealed class FragmentIndex
{
    // By so many characters fragments are told apart: with three, few share a place.
    private const int StartLength = 3;

    private readonly FrozenDictionary<string, int> _ids;
    private readonly FrozenDictionary<long, KeyValuePair<string, int>[]> _byStart;
    private readonly KeyValuePair<string, int>[] _short;

    public FragmentIndex(IEnumerable<string> fragments)
    {
        _ids = fragments.Distinct(StringComparer.Ordinal).Select((fragment, id) => (fragment, id))
            .ToFrozenDictionary(pair => pair.fragment, pair => pair.id, StringComparer.Ordinal);
        _short = [.. _ids.Where(pair => pair.Key.Length < StartLength)];
        _byStart = _ids.Where(pair => pair.Key.Length >= StartLength).GroupBy(pair => StartOf(pair.Key, 0))
            .ToFrozenDictionary(same => same.Key, same => same.ToArray());
    }

    /// <summary>Returns the place of a fragment in what <see cref="FindIn"/> returns.</summary>
    public int IdOf(string fragment) => _ids[fragment];

    /// <summary>Returns for each fragment whether it stands in the text.</summary>
    public bool[] FindIn(string text)
    {
        var found = new bool[_ids.Count];
        foreach (var (fragment, id) in _short)
        {
            found[id] = text.Contains(fragment, StringComparison.Ordinal);
        }

        for (var at = 0; at <= text.Length - StartLength; at++)
        {
            if (!_byStart.TryGetValue(StartOf(text, at), out var candidates))
            {
                continue;
            }

            foreach (var (fragment, id) in candidates)
            {
                found[id] |= text.AsSpan(at).StartsWith(fragment, StringComparison.Ordinal);
            }
        }

        return found;
    }

    private static long StartOf(string text, int at) => text[at] | ((long)text[at + 1] << 16) | ((long)text[at + 2] << 32);
}
