namespace SystemLog.Smtp.Bounces.Mime;

/// <summary>A mail, or a part of one.</summary>
internal sealed class MimePart(MimeHeaders headers, ReadOnlyMemory<byte> body)
{
    private readonly List<MimePart> _children = [];
    private string? _text;

    /// <summary>Gets its header fields.</summary>
    public MimeHeaders Headers { get; } = headers;

    /// <summary>Gets its type.</summary>
    public ContentType Type { get; } = ContentType.Of(headers.Raw("Content-Type"));

    /// <summary>Gets the parts within, or the mail within; empty for a leaf.</summary>
    public IReadOnlyList<MimePart> Children => _children;

    /// <summary>Gets whether it is a mail within a mail.</summary>
    public bool IsMessage => Type.MediaType is "message/rfc822" or "message/global";

    /// <summary>Gets its body before the transfer encoding is taken off.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Gets its body without transfer encoding.</summary>
    public ReadOnlyMemory<byte> Content => TransferEncodings.Decode(Body, Headers.Raw("Content-Transfer-Encoding"));

    /// <summary>Gets its body as text, cut at <see cref="Bounded.TextLimit"/>.</summary>
    public string Text => _text ??= ReadText();

    /// <summary>Adds a part within.</summary>
    public void Add(MimePart child) => _children.Add(child);

    /// <summary>Returns the leaves and the mails within, in order; what stands in those mails is left out.</summary>
    public IEnumerable<MimePart> Leaves() =>
        _children.Count == 0 || IsMessage ? [this] : _children.SelectMany(child => child.Leaves());

    private string ReadText()
    {
        // Four bytes make one character at most times, and a transfer encoding adds two thirds.
        var start = Body[..Math.Min(Body.Length, Bounded.TextLimit * 4)];
        var bytes = TransferEncodings.Decode(start, Headers.Raw("Content-Transfer-Encoding"));
        return Bounded.Text(Charsets.Decode(bytes.Span, Type.Parameter("charset")), Bounded.TextLimit);
    }
}
