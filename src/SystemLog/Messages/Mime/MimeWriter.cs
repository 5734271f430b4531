using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SystemLog.Messages.Mime;

/// <summary>
/// Writes a mail as it goes over the wire, before dots are doubled: lines of at most 76 characters that end with CR LF, everything ASCII but for
/// addresses that need SMTPUTF8. The same mail gives the same bytes.
/// </summary>
internal static class MimeWriter
{
    private const string LineEnd = "\r\n";

    /// <summary>Returns the mail; text comes first, so that readers that can show HTML prefer it (RFC 2046, 5.1.4).</summary>
    public static byte[] Write(MailMessage message)
    {
        var mail = new StringBuilder();
        WriteHeader(message, mail);
        if (message.Html is null)
        {
            WritePart("plain", message.Text, mail);
            return Encoding.UTF8.GetBytes(mail.ToString());
        }

        var boundary = BoundaryOf(message);
        mail.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n--").Append(boundary).Append(LineEnd);
        WritePart("plain", message.Text, mail);
        mail.Append("--").Append(boundary).Append(LineEnd);
        WritePart("html", message.Html, mail);
        mail.Append("--").Append(boundary).Append("--").Append(LineEnd);
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    private static void WriteHeader(MailMessage message, StringBuilder mail)
    {
        var header = new HeaderWriter(mail);
        header.Plain("Date", DateOf(message.Date));
        header.Mailboxes("From", [message.From]);
        if (message.ReplyTo is { } replyTo)
        {
            header.Mailboxes("Reply-To", [replyTo]);
        }

        header.Mailboxes("To", message.To);
        header.Text("Subject", message.Subject);
        header.Plain("Message-ID", message.MessageId);
        foreach (var own in message.Headers)
        {
            header.Own(own.Name, own.Value);
        }

        if (message.RedirectedFrom.Count > 0)
        {
            header.Own("X-SystemLog-Redirected-From", string.Join(", ", message.RedirectedFrom));
        }

        header.Plain("MIME-Version", "1.0");
    }

    private static string DateOf(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    // "=_" stands in no part: quoted-printable writes the equals sign as "=3D", and base64 has no underscore.
    private static string BoundaryOf(MailMessage message) =>
        $"=_{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(message.MessageId)))[..24]}";

    private static void WritePart(string subtype, string text, StringBuilder mail)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (!lines.EndsWith('\n'))
        {
            lines += "\n";
        }

        var isBase64 = IsShorterInBase64(lines);
        mail.Append("Content-Type: text/").Append(subtype).Append("; charset=utf-8\r\nContent-Transfer-Encoding: ")
            .Append(isBase64 ? "base64" : "quoted-printable").Append("\r\n\r\n");
        if (isBase64)
        {
            var bytes = Encoding.UTF8.GetBytes(lines.Replace("\n", LineEnd, StringComparison.Ordinal));
            mail.Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append(LineEnd);
        }
        else
        {
            QuotedPrintable.Write(lines, mail);
        }
    }

    // Quoted-printable writes a byte beyond ASCII as three, base64 three bytes as four.
    private static bool IsShorterInBase64(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        var ascii = text.Count(char.IsAscii);
        return ascii + ((bytes - ascii) * 3L) > bytes * 4L / 3;
    }
}
