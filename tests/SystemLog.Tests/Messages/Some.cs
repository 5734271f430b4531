using SystemLog.Messages;

namespace SystemLog.Tests.Messages;

/// <summary>Mails that are valid, of which a test names only what matters.</summary>
internal static class Some
{
    public static DateTimeOffset Date { get; } = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(1));

    public static Mailbox Shop { get; } = new("post@shop.example", "The shop");

    public static Mailbox Kari { get; } = new("kari@customer.example");

    public static Mailbox Ola { get; } = new("ola@customer.example");

    public static MailMessage Mail(string subject = "Summary", string text = "Two orders wait.", string? html = null, params Mailbox[] to) =>
        new(Shop, to.Length == 0 ? [Kari] : to, subject, text, Date) { Html = html };
}
