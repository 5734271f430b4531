namespace SystemLog.Smtp.Bounces;

/// <summary>Lines of text, ended by CR LF, by LF or by CR alone.</summary>
internal static class TextLines
{
    /// <summary>Returns the lines without their ends.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            var end = text.AsSpan(position).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                yield return text[position..];
                yield break;
            }

            yield return text.Substring(position, end);
            position += end + 1;
            if (position < text.Length && text[position - 1] == '\r' && text[position] == '\n')
            {
                position++;
            }
        }
    }

    /// <summary>Returns the text in lower case, with single spaces and straight quotes, as phrases are compared.</summary>
    public static string Normal(string text)
    {
        var buffer = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var normal = c switch
            {
                '’' or '‘' or '´' or '`' => '\'',
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (normal != ' ' || (length > 0 && buffer[length - 1] != ' '))
            {
                buffer[length++] = normal;
            }
        }

        return new string(buffer, 0, length).TrimEnd(' ');
    }
}
