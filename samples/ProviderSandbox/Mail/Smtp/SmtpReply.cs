using System.Text;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>An answer of the server (RFC 5321), with its enhanced status (RFC 3463) where it has one.</summary>
internal sealed record SmtpReply(int Code, string? Status, params IReadOnlyList<string> Lines)
{
    public static readonly SmtpReply OutOfOrder = new(503, "5.5.1", "Bad sequence of commands");

    public static readonly SmtpReply Closing = new(421, "4.3.2", "The sandbox is closing");

    public static readonly SmtpReply Ok = new(250, "2.0.0", "Ok");

    public bool IsRefusal => Code >= 400;

    /// <summary>Whether the server closes the connection behind it, as RFC 5321 wants for 221 and 421.</summary>
    public bool EndsSession => Code is 221 or 421;

    public static SmtpReply TooBig(int limit) => new(552, "5.3.4", $"The message is bigger than {limit} bytes");

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Lines.Count; i++)
        {
            text.Append(Code).Append(i < Lines.Count - 1 ? '-' : ' ');
            text.Append(Status).Append(Status is null ? "" : " ").Append(Lines[i]).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
