using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>The recipients of a notice and why the mail did not reach them.</summary>
internal sealed class ProseReader
{
    private readonly MimeHeaders _headers;
    private readonly Notice _notice;
    private readonly HashSet<string> _ownAddresses;
    private readonly Lazy<IReadOnlyList<NoticeBlock>> _blocks;

    public ProseReader(MimeHeaders headers, Notice notice)
    {
        (_headers, _notice) = (headers, notice);
        _ownAddresses = new(StringComparer.OrdinalIgnoreCase);
        foreach (var field in (string[])["From", "To", "Delivered-To", "Reply-To"])
        {
            _ownAddresses.UnionWith(MailAddress.AllIn(headers.Text(field)));
        }

        _blocks = new(() => NoticeReader.Read(notice, _ownAddresses.Contains));
    }

    /// <summary>Returns the recipients: those the server names in a field, else those its words name.</summary>
    public List<FailureFacts> All(bool isDelay)
    {
        var named = MailAddress.AllIn(_headers.Text("X-Failed-Recipients"));
        var addresses = named.Count > 0 ? named : [.. _blocks.Value.Select(block => block.Address)];
        return addresses.ConvertAll(address => FactsOf(address, BlockOf(address)) with { Action = isDelay ? "delayed" : "failed" });
    }

    /// <summary>Returns what the words say of a recipient; null where they do not name it.</summary>
    public FailureFacts? Of(string? address) => BlockOf(address) is { } block ? FactsOf(block.Address, block) : null;

    /// <summary>Returns what the words say where they name nobody: of the recipient of the mail that is returned, where there is one.</summary>
    public FailureFacts OfNobody(MimeHeaders returned)
    {
        var recipients = MailAddress.AllIn(returned.Text("To"));
        return FactsOf(recipients.Count == 1 ? recipients[0] : null, block: null);
    }

    private static bool Tells(string words) => TextLines.Normal(words) is var text
        && (ServerWords.ReplyCode(text) is not null || ServerWords.EnhancedStatus(text) is not null || FailureWords.Detail(text) is not null
            || FailureWords.PassesByItself(text, detail: null));

    private NoticeBlock? BlockOf(string? address) => _blocks.Value.FirstOrDefault(block => MailAddress.Same(block.Address, address));

    private FailureFacts FactsOf(string? address, NoticeBlock? block) => new()
    {
        Address = address,
        Diagnostic = Diagnostic(block),
        Surroundings = $"{_notice.Words} {MailSigns.Subject(_headers)}",
    };

    /// <summary>The words nearest to the address that tell something, else the nearest.</summary>
    private string? Diagnostic(NoticeBlock? block)
    {
        string[] nearest = block is null ? [] : [block.Paragraph, block.All, Before(block)];
        return Array.Find(nearest, Tells) ?? Array.Find(Paragraphs(), Tells) ?? Array.Find(nearest, words => words.Length > 0);
    }

    private string Before(NoticeBlock block) =>
        Bounded.Text(string.Join(' ', _notice.Lines.Take(block.Line).Reverse().Where(line => line.Length > 0).Take(3).Reverse().Select(line => line.Trim())), Bounded.WordsLimit);

    private string[] Paragraphs() => [.. _notice.Lines.Select(line => line.Trim()).Where(line => line.Length > 0).Take(60)];
}
