using System.Text.Json.Serialization;

namespace ProviderSandbox.Mail.Pages;

/// <summary>A mail as JSON over HTTP. In a list of mails it comes without headers and source.</summary>
internal sealed record MailForm(
    long Id, DateTimeOffset AcceptedAt, string Sender, string From, IReadOnlyList<string> To, string Subject, string? Text, string? Html, int Size)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MailHeader>? Headers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Raw { get; init; }

    public static MailForm Short(ReceivedMail mail) =>
        new(mail.Id, mail.AcceptedAt, mail.Sender, mail.From, mail.To, mail.Subject, mail.Text, mail.Html, mail.Size);

    public static MailForm Of(ReceivedMail mail) => Short(mail) with { Headers = mail.Headers, Raw = mail.Raw };
}
