namespace SystemLog.Smtp;

/// <summary>Finds what the server that refused said, inside what another server or a client library tells of it.</summary>
internal static class RemoteWords
{
    // Postfix and qmail tell before it what they were doing, which counts too.
    private const string Told = " said: ";

    // Microsoft 365; .NET; Swift and Symfony; Gmail; Exim; GroupWise and the like; sendmail's transcript.
    private static readonly string[] s_markers =
    [
        "-> ", "server response was: ", "with message \"", "responded with ", "other server returned was: ", "SMTP error from remote",
        "following error message: ", "responded as follows: ", "Remote Server returned ", "<<< ",
    ];

    private static readonly string[] s_paragraphs = ["\n\n", "\r\n\r\n"];

    /// <summary>Returns the words of the remote server; the whole text where nobody else speaks in it.</summary>
    public static ReadOnlySpan<char> In(string text)
    {
        foreach (var marker in s_markers)
        {
            var at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && UpToEnd(text.AsSpan(at + marker.Length).Trim(" \r\n\"'")) is { IsEmpty: false } words)
            {
                return words;
            }
        }

        var told = text.IndexOf(Told, StringComparison.Ordinal);
        return told < 0 ? text : UpToEnd(text.AsSpan(StartOfParagraph(text.AsSpan(0, told))));
    }

    private static int StartOfParagraph(ReadOnlySpan<char> before)
    {
        var start = 0;
        foreach (var end in s_paragraphs)
        {
            var at = before.LastIndexOf(end, StringComparison.Ordinal);
            start = at < 0 ? start : Math.Max(start, at + end.Length);
        }

        return start;
    }

    private static ReadOnlySpan<char> UpToEnd(ReadOnlySpan<char> words)
    {
        foreach (var end in s_paragraphs)
        {
            var at = words.IndexOf(end, StringComparison.Ordinal);
            words = at < 0 ? words : words[..at];
        }

        return words;
    }
}
