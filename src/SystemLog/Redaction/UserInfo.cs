using System.Buffers;

namespace SystemLog.Redaction;

/// <summary>Finds passwords in addresses: <c>https://user:password@host</c>.</summary>
internal static class UserInfo
{
    private const int LongestAuthority = 512;

    private static readonly SearchValues<char> s_ends = SearchValues.Create("/? \t\r\n\"<>\\");

    public static void Find(ReadOnlySpan<char> text, ref List<Secret>? found)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text[from..].IndexOf("://", StringComparison.Ordinal);
            if (next < 0)
            {
                return;
            }

            var start = from + next + 3;
            var authority = text.Slice(start, Math.Min(LongestAuthority, text.Length - start));
            var length = authority.IndexOfAny(s_ends);
            authority = length < 0 ? authority : authority[..length];
            var at = authority.LastIndexOf('@');
            if (at > 0)
            {
                Secret.Add(ref found, start + authority[..at].IndexOf(':') + 1, start + at);
            }

            from = start;
        }
    }
}
