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

    /// <summary>Gets the server that wrote the notice, by its address; null where it has none.</summary>
    public string? Server => MailAddress.In(_headers.Text("From")) is { } address ? address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..] : null;

    /// <summary>Returns the recipients: those the server names in a field, else those its words name.</summary>
    public List<FailureFacts> All(bool isDelay)
    {
        var named = MailAddress.AllIn(_headers.Text("X-Failed-Recipients"));
        var addresses = named.Count > 0 ? named : [.. _blocks.Value.Select(block => block.Address)];
        return addresses.ConvertAll(address => FactsOf(address, BlockOf(address)) with { Action = isDelay ? "delayed" : "failed" });
    }

    /// <summary>Returns the words that tell why the mail did not reach a recipient; null where there are none.</summary>
    /// <param name="address">The recipient.</param>
    /// <param name="isOnly">Whether all words are about this one.</param>
    public string? WordsOn(string? address, bool isOnly)
    {
        var block = BlockOf(address);
        var words = block is null && !isOnly ? null : Diagnostic(block);
        return block is not null || (words is not null && Tells(words)) ? words : null;
    }

    /// <summary>Returns what the words say where they name nobody: of the only recipient of the mail that is returned.</summary>
    public FailureFacts OfNobody(MimeHeaders returned)
    {
        var recipients = MailAddress.AllIn(returned.Text("To"));
        return FactsOf(recipients.Count == 1 ? recipients[0] : null, block: null);
    }

    private static bool Tells(string words) => FailureWords.Tell(TextLines.Normal(words));

    private NoticeBlock? BlockOf(string? address) => _blocks.Value.FirstOrDefault(block => MailAddress.Same(block.Address, address));

    private FailureFacts FactsOf(string? address, NoticeBlock? block) => new()
    {
        Address = address,
        Diagnostic = Diagnostic(block),
        Surroundings = $"{_notice.Words} {MailSigns.Subject(_headers)}",
    };

    /// <summary>The words nearest to the address that tell something, else any that do, else the nearest.</summary>
    private string? Diagnostic(NoticeBlock? block)
    {
        string[] behind = block is null ? [] : [block.Paragraph, block.All];
        string[] before = block is null ? [] : [Before(block)];
        return behind.Concat(before).FirstOrDefault(Tells)
            ?? Lines().FirstOrDefault(line => Tells(line) && !line.Contains("://", StringComparison.Ordinal))
            ?? Array.Find(behind, words => words.Length > 0)
            ?? (Bounded.Text(string.Join(' ', Lines()), Bounded.WordsLimit) is { Length: > 0 } all ? all : null);
    }

    /// <summary>Domino gives its reason before the address.</summary>
    private string Before(NoticeBlock block)
    {
        var lines = _notice.Lines.Take(block.Line).Select(line => line.Trim()).Where(line => line.Length > 0).TakeLast(3);
        return Bounded.Text(string.Join(' ', lines), Bounded.WordsLimit);
    }

    private IEnumerable<string> Lines() => _notice.Lines.Select(line => line.Trim()).Where(line => line.Length > 0).Take(60);
}
