using System.Text;

namespace SystemLog.Messages.Mime;

/// <summary>Writes header fields, folded between their words at 76 characters (RFC 2047); only a word that is longer makes a longer line.</summary>
internal sealed class HeaderWriter(StringBuilder mail)
{
    /// <summary>How long a line and an encoded word may be.</summary>
    private const int LineLimit = 76, EncodedWordLimit = 75;

    /// <summary>Room for one character of four bytes, each written as three.</summary>
    private const int ShortestEncodedWord = 24;

    /// <summary>A word of this length still fits behind the name of a field.</summary>
    private const int PlainWordLimit = 60;

    /// <summary>A quoted name cannot be folded well; a longer one becomes encoded words.</summary>
    private const int QuotedLimit = 60;

    private int _column;

    /// <summary>Writes text: as it is where that can be read back, otherwise as encoded words.</summary>
    public void Text(string name, string text)
    {
        Begin(name);
        if (IsPlain(text))
        {
            Words(text);
        }
        else
        {
            Encode(text);
        }

        End();
    }

    /// <summary>Writes a field whose form is not ours to change: ASCII stays as it is.</summary>
    public void Own(string name, string value)
    {
        Begin(name);
        if (Ascii.IsValid(value))
        {
            Words(value);
        }
        else
        {
            Encode(value);
        }

        End();
    }

    /// <summary>Writes addresses with their names.</summary>
    public void Mailboxes(string name, IReadOnlyList<Mailbox> mailboxes)
    {
        Begin(name);
        for (var i = 0; i < mailboxes.Count; i++)
        {
            var comma = i < mailboxes.Count - 1 ? "," : "";
            if (mailboxes[i].Name is { } person)
            {
                Phrase(person);
                Word($"<{mailboxes[i].Address}>{comma}");
            }
            else
            {
                Word(mailboxes[i].Address + comma);
            }
        }

        End();
    }

    /// <summary>Writes a field that needs no care.</summary>
    public void Plain(string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");

    private static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal) && text.Length > 0
        && text.Split(' ').All(word => word.Length is > 0 and <= PlainWordLimit);

    private static bool IsAtom(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~ ".Contains(c);

    // What RFC 2047 allows in a name; the rest of ASCII would be safe in a subject only.
    private static bool IsSafe(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';

    private static int Quoted(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes)
        {
            length += IsSafe(b) || b == ' ' ? 1 : 3;
        }

        return length;
    }

    private static string EncodedWord(ReadOnlySpan<byte> bytes, bool isBase64)
    {
        if (isBase64)
        {
            return $"=?utf-8?B?{Convert.ToBase64String(bytes)}?=";
        }

        var word = new StringBuilder("=?utf-8?Q?");
        foreach (var b in bytes)
        {
            _ = b == ' ' ? word.Append('_') : IsSafe(b) ? word.Append((char)b) : word.Append('=').Append(b.ToString("X2"));
        }

        return word.Append("?=").ToString();
    }

    private void Phrase(string name)
    {
        if (!IsPlain(name))
        {
            Encode(name);
        }
        else if (name.All(IsAtom))
        {
            Words(name);
        }
        else if (name.Length <= QuotedLimit)
        {
            Word($"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
        else
        {
            Encode(name);
        }
    }

    private void Words(string text)
    {
        foreach (var word in text.Split(' '))
        {
            Word(word);
        }
    }

    private void Encode(string text)
    {
        var all = Encoding.UTF8.GetBytes(text);
        var isBase64 = Quoted(all) > (all.Length + 2) / 3 * 4;
        if (LineLimit - _column - 1 < ShortestEncodedWord)
        {
            Fold();
        }

        var word = new List<byte>();
        Span<byte> character = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = character[..rune.EncodeToUtf8(character)];
            if (EncodedLength([.. word, .. bytes], isBase64) > Math.Min(EncodedWordLimit, LineLimit - _column - 1))
            {
                Word(EncodedWord([.. word], isBase64));
                Fold();
                word.Clear();
            }

            word.AddRange(bytes);
        }

        if (word.Count > 0)
        {
            Word(EncodedWord([.. word], isBase64));
        }
    }

    private static int EncodedLength(ReadOnlySpan<byte> bytes, bool isBase64) =>
        "=?utf-8?Q??=".Length + (isBase64 ? (bytes.Length + 2) / 3 * 4 : Quoted(bytes));

    private void Begin(string name)
    {
        mail.Append(name).Append(':');
        _column = name.Length + 1;
    }

    private void End() => mail.Append("\r\n");

    private void Fold()
    {
        mail.Append("\r\n");
        _column = 0;
    }

    private void Word(string word)
    {
        // No fold behind the name, where some readers see an empty field, nor between two spaces, where a line could be left with nothing else.
        if (_column > 0 && word.Length > 0 && _column + 1 + word.Length > LineLimit && mail[^1] is not (':' or ' '))
        {
            Fold();
        }

        mail.Append(' ').Append(word);
        _column += 1 + word.Length;
    }
}
