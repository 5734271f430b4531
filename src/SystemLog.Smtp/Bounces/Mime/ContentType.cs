namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>A Content-Type field: the media type in lower case and its parameters.</summary>
internal sealed class ContentType
{
    private readonly string _field;

    private ContentType(string mediaType, string field) => (MediaType, _field) = (mediaType, field);

    /// <summary>Gets the media type in lower case, such as "text/plain".</summary>
    public string MediaType { get; }

    /// <summary>Gets whether it has parts; servers misspell the second half.</summary>
    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Reads a field; without one a part is plain text.</summary>
    public static ContentType Of(string? field)
    {
        var text = field ?? "text/plain";
        var type = text.Split(';', 2)[0].Trim().ToLowerInvariant();
        return new(type.Length == 0 ? "text/plain" : type, text);
    }

    /// <summary>Returns a parameter without its quotes, to the end of the field where they are not closed; null where there is none.</summary>
    public string? Parameter(string name)
    {
        for (var at = Find(name, 0); at >= 0; at = Find(name, at + 1))
        {
            var value = _field.AsSpan(at + name.Length).TrimStart();
            if (value is ['=', ..] && IsBoundary(_field[at - 1]))
            {
                return Value(value[1..].TrimStart());
            }
        }

        return null;
    }

    private static bool IsBoundary(char c) => c == ';' || char.IsWhiteSpace(c);

    private static string Value(ReadOnlySpan<char> text)
    {
        if (text is ['"', ..])
        {
            var close = text[1..].IndexOf('"');
            return (close < 0 ? text[1..] : text.Slice(1, close)).Trim().ToString();
        }

        var end = text.IndexOfAny(";, \t");
        return (end < 0 ? text : text[..end]).ToString();
    }

    private int Find(string name, int from) =>
        Math.Max(from, 1) is var start && start < _field.Length ? _field.IndexOf(name, start, StringComparison.OrdinalIgnoreCase) : -1;
}
