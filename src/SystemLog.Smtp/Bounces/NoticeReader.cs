using System.Buffers;

namespace SystemLog.Smtp.Bounces;

/// <summary>
/// Finds the recipients in a notice and the words that go with each. Servers write an address at the start of a line, with its words behind
/// or below it (Postfix, Exim, qmail, Sendmail, Gmail, Exchange, Domino), or in a sentence, or only in the transcript of the session.
/// </summary>
internal sealed class NoticeReader
{
    /// <summary>Words before an address that is somebody else's.</summary>
    private static readonly string[] s_otherPeople =
    [
        "mail from:", "from:", "contact", "support", "sender", "reply-to", "message-id", "mailto:", "postmaster", "send mail to <",
        "subject:", "envelope-from", "generated from",
        "expanded from", "queued as", "report to", "help", "abuse", "f=[", "cc:", "on behalf of", "original message is",
    ];

    /// <summary>Words before the address of the recipient in a sentence.</summary>
    private static readonly string[] s_recipient =
    [
        "rcpt to:", "recipient", "deliver", "to:", "to <", "user", "undeliverable to", "attempts:", "exceeds", "errors:", "address",
        "mailbox", "reach", "sent to", "send to", "宛先", "あて先",
    ];

    private static readonly SearchValues<char> s_openings = SearchValues.Create(" <\"'[(");

    private readonly Notice _notice;
    private readonly Func<string, bool> _isOwn;
    private readonly List<NoticeBlock> _blocks = [];
    private NoticeBlock? _open;
    private int _openIndent;
    private bool _afterGap;

    private NoticeReader(Notice notice, Func<string, bool> isOwn) => (_notice, _isOwn) = (notice, isOwn);

    /// <summary>Returns the recipients with their words.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="isOwn">Whether an address is the server's own or the one the notice was sent to.</param>
    public static IReadOnlyList<NoticeBlock> Read(Notice notice, Func<string, bool> isOwn)
    {
        var reader = new NoticeReader(notice, isOwn);
        reader.ReadLeading();
        if (reader._blocks.Exists(block => !isOwn(block.Address)))
        {
            reader._blocks.RemoveAll(block => isOwn(block.Address));
            return reader._blocks;
        }

        return reader.InSentences() ?? reader._blocks;
    }

    private void ReadLeading()
    {
        for (var i = 0; i < _notice.Lines.Count; i++)
        {
            var line = _notice.Lines[i];
            var indent = line.Length - line.AsSpan().TrimStart().Length;
            if (line.AsSpan().IsWhiteSpace())
            {
                _open?.Add("");
                _afterGap = true;
                continue;
            }

            var address = Leading(line.Trim(), out var rest);
            var isContinuation = _open is not null && !_afterGap && indent > _openIndent;
            if (address is null || isContinuation)
            {
                _open?.Add(line);
            }
            else
            {
                Open(address, i, indent, rest);
            }

            _afterGap = false;
        }
    }

    private void Open(string address, int line, int indent, string rest)
    {
        _open = _blocks.Find(block => MailAddress.Same(block.Address, address));
        if (_open is null && _blocks.Count < Bounded.RecipientLimit)
        {
            _open = new(address, line);
            _blocks.Add(_open);
        }

        _open?.Add(rest);
        _openIndent = indent;
    }

    /// <summary>"kari@example.com", "&lt;kari@example.com&gt;: words", "* kari@example.com", "554 &lt;kari@example.com&gt;... words".</summary>
    private static string? Leading(string line, out string rest)
    {
        var text = line.TrimStart('*', '•', '·', '-', '+', ' ', '\t');
        var code = text.Length > 4 && char.IsAsciiDigit(text[0]) && text[3] is ' ' && ServerWords.ReplyCode(text[..4]) is not null ? text[..4] : "";
        var found = MailAddress.First(text, code.Length, out var start, out var length);
        rest = "";
        if (found.Length == 0 || text.AsSpan(code.Length, start - code.Length).ContainsAnyExcept(s_openings))
        {
            return null;
        }

        rest = code + text[(start + length)..].TrimStart('>', '"', '\'', ']', ')', ' ', ':', '.', '…', ',').Trim();
        return IsSentence(text, start + length) ? null : found;
    }

    /// <summary>An address followed by plain words begins a sentence; a date, a bracket or a colon goes with a list.</summary>
    private static bool IsSentence(string text, int end) =>
        end < text.Length && text[end] is '様' or '，' or '،';

    /// <summary>The likeliest address among the sentences: behind words that speak of a recipient, else any that is not somebody else's.</summary>
    private List<NoticeBlock>? InSentences()
    {
        var likely = new List<NoticeBlock>();
        var possible = new List<NoticeBlock>();
        for (var i = 0; i < _notice.Lines.Count; i++)
        {
            var line = _notice.Lines[i];
            for (var from = 0; MailAddress.First(line, from, out var start, out var length) is { Length: > 0 } address; from = start + length)
            {
                var before = TextLines.Normal(line[from..start]);
                if (_isOwn(address) || FailureWords.HasAny(before, s_otherPeople))
                {
                    continue;
                }

                var list = FailureWords.HasAny(before, s_recipient) ? likely : possible;
                if (list.Count < Bounded.RecipientLimit && !list.Exists(block => MailAddress.Same(block.Address, address)))
                {
                    list.Add(Sentence(address, i, start + length));
                }
            }
        }

        return likely.Count > 0 ? likely : possible.Count > 0 ? possible[..1] : null;
    }

    private NoticeBlock Sentence(string address, int number, int end)
    {
        var block = new NoticeBlock(address, number);
        var line = _notice.Lines[number];
        var rest = line[end..].TrimStart('>', '.', ':', ' ').Trim();
        var isTranscript = line.Contains("RCPT", StringComparison.OrdinalIgnoreCase);
        block.Add(rest.Length > 3 ? rest : isTranscript ? "" : line.Trim());
        foreach (var next in _notice.Lines.Skip(number + 1).Take(12))
        {
            block.Add(next);
        }

        return block;
    }
}
