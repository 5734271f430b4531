using System.Buffers;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>Takes a message line by line up to the lone dot, without the dots that were added for the way.</summary>
internal sealed class SmtpMessage(int sizeLimit)
{
    /// <summary>How long a line may be without its line break, an added dot counted (RFC 5321).</summary>
    public const int WireLineLimit = LineLimit + 1;

    private const int LineLimit = 998;

    private readonly ArrayBufferWriter<byte> _source = new();
    private bool _followsCrLf = true;

    /// <summary>Why the message is not taken; null where it is.</summary>
    public SmtpReply? Refusal { get; private set; }

    public ReadOnlyMemory<byte> Source => _source.WrittenMemory;

    /// <summary>Adds a line; false for the one that ends the message. After a refusal the rest is only read.</summary>
    public bool Add(SmtpLine line)
    {
        // Only CRLF dot CRLF is an end: taking less lets a mail hide another one behind it.
        if (_followsCrLf && line is { EndsInCrLf: true, Text.Span: [(byte)'.'] })
        {
            return false;
        }

        var text = _followsCrLf && line.Text.Span is [(byte)'.', ..] ? line.Text[1..] : line.Text;
        _followsCrLf = line.EndsInCrLf;
        Refusal ??= WhyNot(line, text.Length);
        if (Refusal is null)
        {
            _source.Write(text.Span);
            _source.Write("\r\n"u8);
        }

        return true;
    }

    private SmtpReply? WhyNot(SmtpLine line, int length)
    {
        if (line.IsTooLong || length > LineLimit)
        {
            return new SmtpReply(554, "5.6.0", $"A line is longer than {LineLimit} bytes");
        }

        if (!line.EndsInCrLf || line.Text.Span.Contains((byte)'\r'))
        {
            return new SmtpReply(554, "5.6.0", "A line ends in CR or LF alone");
        }

        return _source.WrittenCount + length + 2 > sizeLimit ? SmtpReply.TooBig(sizeLimit) : null;
    }
}
