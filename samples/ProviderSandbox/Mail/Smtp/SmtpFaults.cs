using ProviderSandbox.Faults;

namespace ProviderSandbox.Mail.Smtp;

/// <summary>How the mail server can fail: by the replies that RFC 5321 and RFC 3463 document, and as every provider by saying nothing.</summary>
internal sealed class SmtpFaults : IFailing
{
    private static readonly Dictionary<string, (string Operation, SmtpReply Reply)> Replies = new Dictionary<string, (string Operation, SmtpReply Reply)>
    {
        ["421 4.3.2"] = (SmtpOperations.Connect, new SmtpReply(421, "4.3.2", "The server is going down for maintenance")),
        ["450 4.7.1"] = (SmtpOperations.Recipient, new SmtpReply(450, "4.7.1", "Greylisted, try again later")),
        ["451 4.3.0"] = (SmtpOperations.Recipient, new SmtpReply(451, "4.3.0", "Temporary failure, try again later")),
        ["452 4.2.2"] = (SmtpOperations.Recipient, new SmtpReply(452, "4.2.2", "The mailbox is full")),
        ["454 4.7.0"] = (SmtpOperations.Login, new SmtpReply(454, "4.7.0", "Temporary authentication failure")),
        ["535 5.7.8"] = (SmtpOperations.Login, new SmtpReply(535, "5.7.8", "Authentication credentials invalid")),
        ["550 5.1.1"] = (SmtpOperations.Recipient, new SmtpReply(550, "5.1.1", "No such user here")),
        ["550 5.7.1"] = (SmtpOperations.Sender, new SmtpReply(550, "5.7.1", "This sender may not send from here")),
        ["552 5.3.4"] = (SmtpOperations.Message, new SmtpReply(552, "5.3.4", "The message is too big")),
        ["554 5.7.1"] = (SmtpOperations.Message, new SmtpReply(554, "5.7.1", "The message looks like spam")),
    };

    public Provider Provider => Provider.Smtp;

    public IReadOnlyList<string> OperationNames { get; } =
    [
        SmtpOperations.Connect, SmtpOperations.Hello, SmtpOperations.Login, SmtpOperations.Sender, SmtpOperations.Recipient, SmtpOperations.Message,
    ];

    /// <summary>A reply belongs to one command; what loses an answer is most telling where the answer decides: after the message.</summary>
    public string? OperationOf(FaultKind kind) =>
        kind is FaultKind.Documented { Code: var code } ? Replies[code].Operation : SmtpOperations.Message;

    public string? WhyNot(FaultKind kind) => kind switch
    {
        FaultKind.Documented { Code: var code } when !Replies.ContainsKey(code) => $"Smtp has no reply '{code}'; it has {string.Join(", ", Replies.Keys)}.",
        FaultKind.Status or FaultKind.RateLimited => $"Smtp has no HTTP status; plan a reply such as 'smtp:{Replies.Keys.First()}'.",
        _ => null,
    };

    /// <summary>The reply that a fault stands for, or null when it is none.</summary>
    public static SmtpReply? ReplyOf(FaultKind kind) => kind is FaultKind.Documented { Code: var code } ? Replies[code].Reply : null;
}
