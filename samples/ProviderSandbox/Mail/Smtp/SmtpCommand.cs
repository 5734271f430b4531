using System.Text;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>A line of a client: a verb in capital letters and the rest.</summary>
internal sealed record SmtpCommand(string Verb, string Argument)
{
    public static SmtpCommand Read(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line).TrimEnd();
        var space = text.IndexOf(' ');
        return space < 0 ? new SmtpCommand(text.ToUpperInvariant(), string.Empty) : new SmtpCommand(text[..space].ToUpperInvariant(), text[(space + 1)..].Trim());
    }
}
