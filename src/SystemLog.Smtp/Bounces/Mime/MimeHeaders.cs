using System.Buffers;

namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>The header fields of a mail or of a part of it, unfolded, in their order.</summary>
internal sealed class MimeHeaders
{
    /// <summary>More fields than any mail has that passed a few servers.</summary>
    private const int FieldLimit = 256;

    private static readonly SearchValues<char> s_notInNames = SearchValues.Create(" \t<>@\"");

    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>Gets whether there is none.</summary>
    public bool IsEmpty => _fields.Count == 0;

    /// <summary>Returns the first value of a field as it was written; null where there is none.</summary>
    public string? Raw(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>Returns the first value of a field with its encoded words read; empty where there is none.</summary>
    public string Text(string name) => Raw(name) is { } value ? EncodedWords.Decode(value) : "";

    /// <summary>Reads fields up to the empty line and returns where the body begins.</summary>
    public static MimeHeaders Read(ReadOnlySpan<byte> bytes, out int bodyStart)
    {
        var headers = new MimeHeaders();
        var position = 0;
        bodyStart = bytes.Length;
        while (position < bytes.Length)
        {
            var line = ByteLines.Next(bytes, position, out var next);
            if (line.IsEmpty)
            {
                bodyStart = next;
                break;
            }

            if (!headers.Add(line) && headers.IsEmpty && !IsMailboxMark(line))
            {
                bodyStart = position;
                break;
            }

            position = next;
        }

        return headers;
    }

    /// <summary>Reads fields from lines of text.</summary>
    public static MimeHeaders Read(IEnumerable<string> lines)
    {
        var headers = new MimeHeaders();
        foreach (var line in lines)
        {
            if (line.Length == 0 && !headers.IsEmpty)
            {
                break;
            }

            headers.Add(line);
        }

        return headers;
    }

    private static bool IsMailboxMark(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);

    private bool Add(ReadOnlySpan<byte> line) =>
        Add(Charsets.Guess(line[..Math.Min(line.Length, Bounded.FieldLimit)]));

    private bool Add(string line)
    {
        if (line.Length > 0 && line[0] is ' ' or '\t')
        {
            return Continue(line);
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? line.AsSpan(0, colon).TrimEnd() : default;
        if (name.IsEmpty || name.ContainsAny(s_notInNames))
        {
            return false;
        }

        if (_fields.Count < FieldLimit)
        {
            _fields.Add((name.ToString(), Bounded.Text(line[(colon + 1)..].Trim(), Bounded.FieldLimit)));
        }

        return true;
    }

    private bool Continue(string line)
    {
        if (_fields.Count == 0)
        {
            return false;
        }

        var (name, value) = _fields[^1];
        if (value.Length < Bounded.FieldLimit)
        {
            _fields[^1] = (name, Bounded.Text($"{value} {line.Trim()}", Bounded.FieldLimit));
        }

        return true;
    }
}
