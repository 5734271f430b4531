using System.Buffers;

namespace SystemLog.Issues;

/// <summary>A message without what differs from time to time: ids, times, amounts and addresses become '#'.</summary>
/// <remarks>
/// Linear and without knowledge of any format: a word that holds a digit or an '@' varies, as does a word so long that it is rather a
/// token. Words that vary side by side ("1 249,00") are one '#'. A change here needs a new <see cref="Fingerprint.CurrentVersion"/>.
/// </remarks>
internal static class NormalizedText
{
    /// <summary>The longest result: enough to tell messages apart, short enough to show.</summary>
    public const int MaxLength = 300;

    private static readonly SearchValues<char> s_plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@");

    // No language's words are this long without being written by a machine.
    private const int LongestWord = 40;

    /// <summary>Returns the text normalised.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var length = 0;
        var afterVariable = false;
        while (length < MaxLength && TryNextWord(ref text, out var word, out var gap))
        {
            var varies = Varies(word);
            if (varies && afterVariable)
            {
                continue;
            }

            if (gap && length > 0)
            {
                buffer[length++] = ' ';
            }

            length += Write(word, varies, buffer[length..]);
            afterVariable = varies;
        }

        return new(buffer[..length]);
    }

    private static int Write(ReadOnlySpan<char> word, bool varies, Span<char> target)
    {
        if (target.IsEmpty)
        {
            return 0;
        }

        if (varies)
        {
            target[0] = '#';
            return 1;
        }

        var count = Math.Min(word.Length, target.Length);
        word[..count].CopyTo(target);
        return count;
    }

    /// <summary>Splits off the next word; punctuation that joins ("2026-03-01T10:00", "kari@example.no") is part of it.</summary>
    private static bool TryNextWord(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> word, out bool gap)
    {
        var start = 0;
        while (start < text.Length && IsGap(text[start]))
        {
            start++;
        }

        gap = start > 0;
        text = text[start..];
        if (text.IsEmpty)
        {
            word = default;
            return false;
        }

        var end = Math.Max(EndOfWord(text), 1);
        word = text[..end];
        text = text[end..];
        return true;
    }

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        for (var end = 0; ; end++)
        {
            var plain = text[end..].IndexOfAnyExcept(s_plain);
            if (plain < 0)
            {
                return text.Length;
            }

            end += plain;
            if (!IsPartOfWord(text, end))
            {
                return end;
            }
        }
    }

    private static bool IsPartOfWord(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        return char.IsLetterOrDigit(c) || c is '_' or '@'
            || (c is '-' or '.' or ',' or ':' or '+' or '/' or '%' or '=' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]));
    }

    private static bool Varies(ReadOnlySpan<char> word) =>
        word.Length > LongestWord || word.IndexOfAnyInRange('0', '9') >= 0 || word.Contains('@');

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c);
}
