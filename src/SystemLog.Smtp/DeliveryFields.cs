namespace SystemLog.Smtp;

/// <summary>The fields about one recipient in a delivery report (RFC 3464): of several, the first that failed.</summary>
/// <param name="Status">The status of the reporting server, such as "5.1.1"; null where it gives none.</param>
/// <param name="Diagnostic">The words of the server that refused, without their type; null where none stand.</param>
internal sealed record DeliveryFields(string? Status, string? Diagnostic)
{
    /// <summary>Returns null where the text holds no such fields.</summary>
    public static DeliveryFields? Read(string text)
    {
        var status = SmtpReply.Read(Field(text, "Status:") ?? "").EnhancedCode;
        var diagnostic = Field(text, "Diagnostic-Code:");
        return status is null && diagnostic is null ? null : new(status, WithoutType(diagnostic));
    }

    // "smtp; 550 ..." and "X-Postfix; connect to ...".
    private static string? WithoutType(string? diagnostic)
    {
        if (diagnostic is null)
        {
            return null;
        }

        var end = diagnostic.IndexOf(';');
        var words = end is >= 0 and < 32 && !diagnostic.AsSpan(0, end).Contains(' ') ? diagnostic[(end + 1)..] : diagnostic;
        return string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }

    // A field begins a line; lines that begin with white space continue it.
    private static string? Field(string text, string name)
    {
        var start = LineOf(text, name);
        if (start < 0)
        {
            return null;
        }

        start += name.Length;
        var end = start;
        do
        {
            var line = text.AsSpan(end).IndexOf('\n');
            end = line < 0 ? text.Length : end + line + 1;
        }
        while (end < text.Length && text[end] is ' ' or '\t');

        return text[start..end].Trim();
    }

    private static int LineOf(string text, string name)
    {
        for (var at = 0; at < text.Length;)
        {
            var found = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase);
            if (found <= 0 || text[found - 1] is '\n' or '\r')
            {
                return found;
            }

            at = found + name.Length;
        }

        return -1;
    }
}
