using System.Buffers;
using System.Text;
using SystemLog.Catalogue.Answers;

namespace SystemLog.Smtp;

/// <summary>A server's reply (RFC 5321, RFC 3463): "550-5.1.1 The account" and "550 5.1.1 does not exist" are one.</summary>
/// <param name="ReplyCode">Three digits; null where none stand.</param>
/// <param name="EnhancedCode">The enhanced status code such as "5.1.1"; null where none stands.</param>
/// <param name="Words">The text on one line, its codes said once, without addresses.</param>
internal sealed record SmtpReply(string? ReplyCode, string? EnhancedCode, string Words)
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create(" -#'\":;(\t\r\n");

    public bool HasCode => ReplyCode is not null || EnhancedCode is not null;

    /// <summary>Reads the first reply in a text, in time linear to its length.</summary>
    public static SmtpReply Read(string text)
    {
        var codes = Codes(text);
        var first = codes.FindIndex(code => !code.IsEnhanced);
        var paired = codes.FindIndex(code => code.FollowsReply);
        if (paired >= 0)
        {
            first = codes.FindLastIndex(paired, code => !code.IsEnhanced);
        }

        var reply = first < 0 ? default(Code?) : codes[first];
        var enhanced = paired >= 0 ? codes[paired] : codes.Cast<Code?>().FirstOrDefault(code => code!.Value.IsEnhanced && SameClass(code.Value, reply));
        return new(reply?.Text, enhanced?.Text, WordsOf(text, codes, reply, enhanced));
    }

    private static bool SameClass(Code enhanced, Code? reply) => reply is null || reply.Value.Text[0] == enhanced.Text[0];

    // Every line of a reply repeats its codes, in the midst of a sentence; all but the last with a dash.
    private static string WordsOf(string text, List<Code> codes, Code? reply, Code? enhanced)
    {
        var words = new StringBuilder(text.Length);
        var from = 0;
        foreach (var code in codes.Where(code => code.Text == reply?.Text || code.Text == enhanced?.Text))
        {
            var hasDash = code.End < text.Length && text[code.End] == '-';
            words.Append(text, from, (Repeats(code, reply) || Repeats(code, enhanced) ? code.Start : code.End) - from).Append(hasDash ? " " : "");
            from = code.End + (hasDash ? 1 : 0);
        }

        return WithoutAddresses(PlainText.Of(words.Append(text, from, text.Length - from).ToString()));
    }

    private static bool Repeats(Code code, Code? first) => first is { } said && code.Start > said.Start && code.Text == said.Text;

    private static string WithoutAddresses(string words)
    {
        var kept = new StringBuilder(words.Length);
        var from = 0;
        for (var at = words.IndexOf('@'); at >= 0; at = words.IndexOf('@', from))
        {
            // "allowed...kari@customer.example" begins after the dots.
            var start = at;
            while (start > from && IsInsideAddress(words[start - 1]) && !(start > 1 && words[start - 1] == '.' && words[start - 2] == '.'))
            {
                start--;
            }

            kept.Append(words, from, start - from);
            from = at + 1;
            while (from < words.Length && IsInsideAddress(words[from]))
            {
                from++;
            }
        }

        return kept.Append(words, from, words.Length - from).ToString().Trim();
    }

    private static bool IsInsideAddress(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '=' or '%' or '@';

    private static List<Code> Codes(string text)
    {
        var codes = new List<Code>();
        for (var at = 0; at < text.Length && codes.Count < AnswerBody.ValueLimit;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            AddCode(text, at, end, codes);
            at = end;
        }

        return codes;
    }

    private static void AddCode(string text, int start, int end, List<Code> codes)
    {
        var word = text.AsSpan(start, end - start);
        var isEnhanced = IsEnhanced(word);
        if ((!isEnhanced && !IsReply(word)) || (end < text.Length && IsInsideName(text[end])))
        {
            return;
        }

        // "550-5.1.1", "550 '5.2.2" and "550 #5.1.0": nothing but marks between the two.
        var last = codes.Count == 0 ? default(Code?) : codes[^1];
        var follows = isEnhanced && last is { IsEnhanced: false } && start - last.Value.End <= 3
            && text.AsSpan(last.Value.End, start - last.Value.End).IndexOfAnyExcept(s_marks) < 0;
        var before = start == 0 ? ' ' : text[start - 1];
        if (follows || (!IsInsideName(before) && before is not ('-' or '.' or '[') && !(before == '=' && !isEnhanced)))
        {
            codes.Add(new(word.ToString(), start, end, isEnhanced, follows));
        }
    }

    private static bool IsInsideName(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '/' or '%';

    private static bool IsReply(ReadOnlySpan<char> word) => word is [('4' or '5'), (>= '0' and <= '5'), (>= '0' and <= '9')];

    // Class 4 or 5, subject 0 to 7: the rest are versions, addresses and dates.
    private static bool IsEnhanced(ReadOnlySpan<char> word) =>
        word is [('4' or '5'), '.', (>= '0' and <= '7'), '.', ..]
        && word[4..].Length is >= 1 and <= 3
        && word[4..].IndexOfAnyExceptInRange('0', '9') < 0;

    private readonly record struct Code(string Text, int Start, int End, bool IsEnhanced, bool FollowsReply);
}
