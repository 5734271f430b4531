using System.Buffers;

namespace SystemLog.Smtp.Bounces;

/// <summary>Addresses in text: found by their at sign, without judging whether they could exist.</summary>
internal static class MailAddress
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n<>()[],;:\"'|`");

    /// <summary>Returns the first address of a text, where it begins and how long it is; empty where there is none.</summary>
    public static string First(string text, int from, out int start, out int length)
    {
        for (var at = text.IndexOf('@', from); at >= 0; at = text.IndexOf('@', at + 1))
        {
            start = at;
            while (start > from && !s_ends.Contains(text[start - 1]))
            {
                start--;
            }

            var end = at + 1;
            while (end < text.Length && !s_ends.Contains(text[end]) && text[end] != '@')
            {
                end++;
            }

            while (end > at && text[end - 1] is '.' or '!' or '?' or '…' or '/' or '。')
            {
                end--;
            }

            length = end - start;
            if (start < at && end > at + 1 && length <= Bounded.AddressLimit)
            {
                return text.Substring(start, length);
            }
        }

        (start, length) = (-1, 0);
        return "";
    }

    /// <summary>Returns the first address of a text; null where there is none.</summary>
    public static string? In(string? text) => text is not null && First(text, 0, out _, out _) is { Length: > 0 } address ? address : null;

    /// <summary>Returns every address of a text.</summary>
    public static List<string> AllIn(string? text)
    {
        var found = new List<string>();
        for (var from = 0; text is not null && found.Count < Bounded.RecipientLimit;)
        {
            var address = First(text, from, out var start, out var length);
            if (address.Length == 0)
            {
                break;
            }

            found.Add(address);
            from = start + length;
        }

        return found;
    }

    /// <summary>Returns whether two addresses are the same, as mail servers compare them.</summary>
    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
