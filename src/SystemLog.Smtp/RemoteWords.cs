namespace SystemLog.Smtp;

/// <summary>Finds what the server that refused said, inside what another server or a client library tells of it.</summary>
internal static class RemoteWords
{
    // Postfix and qmail; Microsoft 365; .NET; Swift and Symfony; Gmail; Exim; sendmail's transcript.
    private static readonly string[] s_markers =
    [
        " said: ", "-> ", "server response was: ", "with message \"", "responded with ", "other server returned was: ",
        "SMTP error from remote", "following error message: ", "responded as follows: ", "Remote Server returned ", "<<< ",
    ];

    private static readonly string[] s_ends = [" (in reply to", "\n\n", "\r\n\r\n"];

    /// <summary>Returns the words of the remote server; the whole text where nobody else speaks in it.</summary>
    public static ReadOnlySpan<char> In(string text)
    {
        var words = text.AsSpan();
        foreach (var marker in s_markers)
        {
            var at = words.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !words[(at + marker.Length)..].IsWhiteSpace())
            {
                return UpToEnd(words[(at + marker.Length)..].TrimStart());
            }
        }

        return words;
    }

    private static ReadOnlySpan<char> UpToEnd(ReadOnlySpan<char> words)
    {
        foreach (var end in s_ends)
        {
            var at = words.IndexOf(end, StringComparison.Ordinal);
            words = at < 0 ? words : words[..at];
        }

        return words;
    }
}
