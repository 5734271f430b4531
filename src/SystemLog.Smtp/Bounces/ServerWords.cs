using System.Globalization;

namespace SystemLog.Smtp.Bounces;

/// <summary>Reply codes, enhanced status codes and addresses in what servers write.</summary>
internal static class ServerWords
{
    private static readonly string[] s_units = ["byte", "kb", "mb", "kib", "mib", "day", "hour", "second", "minute", "time", "message", "attempt", "recipient", "%"];

    /// <summary>Returns the first reply code of a failure, such as 550; null where there is none.</summary>
    public static int? ReplyCode(string text)
    {
        int? first = null;
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            if (!IsReplyCode(text, i))
            {
                continue;
            }

            var code = int.Parse(text.AsSpan(i, 3), CultureInfo.InvariantCulture);
            if (EnhancedAt(text.AsSpan(i + 3).TrimStart(" -:#(")) is not null)
            {
                return code;
            }

            first ??= code;
            i += 2;
        }

        return first;
    }

    /// <summary>Returns the first enhanced status code, such as "5.1.1", that behind a reply code before any other; null where there is none.</summary>
    public static string? EnhancedStatus(string text)
    {
        string? first = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('2' or '4' or '5') || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '_')))
            {
                continue;
            }

            if (EnhancedAt(text.AsSpan(i)) is { } code)
            {
                if (i >= 4 && IsReplyCode(text, i - 4))
                {
                    return code;
                }

                first ??= code;
                i += code.Length - 1;
            }
        }

        return first;
    }

    /// <summary>Returns the enhanced status code with which a text begins; null where it does not.</summary>
    public static string? EnhancedAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[0] is not ('2' or '4' or '5') || text[1] != '.')
        {
            return null;
        }

        var subject = Digits(text[2..]);
        if (subject is 0 or > 3 || text.Length <= 3 + subject || text[2 + subject] != '.')
        {
            return null;
        }

        var detail = Digits(text[(3 + subject)..]);
        var length = 3 + subject + detail;
        var ends = length == text.Length
            || (!char.IsAsciiLetterOrDigit(text[length]) && !(text[length] is '.' && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1])));
        return detail is > 0 and < 4 && ends ? text[..length].ToString() : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static bool IsReplyCode(string text, int at)
    {
        if (text[at] is not ('4' or '5') || text[at + 1] is < '0' or > '9' || !char.IsAsciiDigit(text[at + 2]))
        {
            return false;
        }

        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/' or '_' or '@' or '+' or '=' or '%'))
        {
            return false;
        }

        // "10:25:550" and "550-5.7.1" are told apart by what follows: a code stands before a space, a dash, a colon or the end.
        if (at + 3 == text.Length)
        {
            return true;
        }

        var rest = text.AsSpan(at + 3);
        return rest[0] is ' ' or '-' or ':' or ',' or ';' or '\'' or '"' or ']' or ')' && !IsAmount(rest);
    }

    private static bool IsAmount(ReadOnlySpan<char> rest)
    {
        var word = rest.TrimStart(' ');
        foreach (var unit in s_units)
        {
            if (word.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
