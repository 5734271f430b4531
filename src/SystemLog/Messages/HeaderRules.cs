namespace SystemLog.Messages;

/// <summary>What may stand in a header field: nothing that could begin another one.</summary>
internal static class HeaderRules
{
    /// <summary>Returns whether the text may stand in a header field.</summary>
    public static bool Allow(string text, int limit) => text.Length <= limit && !text.Any(char.IsControl);

    /// <summary>Returns the text.</summary>
    /// <exception cref="ArgumentException">It holds a control character, such as a line break, or is too long.</exception>
    public static string Checked(string text, int limit, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (text.Length > limit)
        {
            throw new ArgumentException($"At most {limit} characters, not {text.Length}.", parameter);
        }

        return text.Any(char.IsControl) ? throw new ArgumentException("Line breaks and other control characters are not allowed in a header field.", parameter) : text;
    }
}
