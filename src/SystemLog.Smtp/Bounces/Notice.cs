using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>A server's notice in prose: its own lines, apart from the mail it returns.</summary>
internal sealed class Notice
{
    /// <summary>What stands, apart from dashes and stars, on the line before the returned mail.</summary>
    private static readonly string[] s_marks =
    [
        "below this line is a copy", "below is a copy", "this is a copy of", "enclosed is a copy", "included is a copy",
        "a copy of the original", "a copy of your message",
        "the header of the original message", "the headers of the original message", "message headers follow", "message header follows",
        "original message follows",
        "original message headers", "original message header", "original headers", "original message below",
        "the original message follows", "the original message is",
        "unsent message", "returned message", "undelivered message follows", "message text follows", "message body follows",
        "your message follows", "your original message",
        "returned mail follows", "text of your message", "start of returned", "copy of the message", "copy of the returned",
        "the text of the message", "message follows",
        "die originalnachricht", "ursprüngliche nachricht", "message d'origine", "opprinnelig melding", "ursprungligt meddelande",
        "oprindelig meddelelse", "alkuperäinen viesti",
    ];

    private Notice(List<string> lines, List<string> returned) => (Lines, Returned) = (lines, returned);

    /// <summary>Gets the server's lines.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Gets the lines of the mail it returns as text; empty where it is a part of its own, or not returned.</summary>
    public IReadOnlyList<string> Returned { get; }

    /// <summary>Gets the header fields of the mail it returns as text.</summary>
    public MimeHeaders ReturnedHeaders => MimeHeaders.Read(Returned.SkipWhile(line => line.Length == 0).Select(line => line.TrimEnd()));

    /// <summary>Gets the server's words, normalised.</summary>
    public string Words => field ??= TextLines.Normal(string.Join(' ', Lines));

    /// <summary>Reads a text; the quoting of one who passed it on is taken off.</summary>
    public static Notice Of(string text)
    {
        var lines = TextLines.Of(text).Select(Unquoted).ToList();
        var mark = lines.FindIndex(IsMark);
        var fields = lines.FindIndex(line => line.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("Received:", StringComparison.OrdinalIgnoreCase));
        if (mark >= 0 && (fields < 0 || mark < fields))
        {
            return new(lines[..mark], lines[(mark + 1)..]);
        }

        return fields < 0 ? new(lines, []) : new(lines[..fields], lines[fields..]);
    }

    /// <summary>A transcript's ">>> " is no quoting, but one more before it is.</summary>
    private static string Unquoted(string line)
    {
        if (line.StartsWith("> ", StringComparison.Ordinal))
        {
            return line[2..];
        }

        return line.StartsWith(">>>> ", StringComparison.Ordinal) ? line[1..] : line;
    }

    private static bool IsMark(string line)
    {
        if (line.Length is < 12 or > 120)
        {
            return false;
        }

        var text = TextLines.Normal(line).Trim('-', '*', '=', '_', '#', ' ', ':', '.');
        return text is "original message" || s_marks.Any(mark => text.StartsWith(mark, StringComparison.Ordinal));
    }
}
