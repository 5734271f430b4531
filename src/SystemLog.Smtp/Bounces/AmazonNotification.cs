using SystemLog.Catalogue.Answers;

namespace SystemLog.Smtp.Bounces;

/// <summary>What Amazon SES reports as JSON through SNS, as a mail or as the bare notification.</summary>
internal sealed record AmazonNotification
{
    /// <summary>The server that reports.</summary>
    public const string Server = "amazonses.com";

    /// <summary>Gets who complains; null where it is no complaint.</summary>
    public IReadOnlyList<string>? Complaints { get; private init; }

    /// <summary>Gets what became of the mail to each recipient.</summary>
    public IReadOnlyList<FailureFacts> Failures { get; private init; } = [];

    /// <summary>Returns the notification; null where the text is none, or names nobody.</summary>
    public static AmazonNotification? Read(string text)
    {
        if (!text.Contains("notificationType", StringComparison.Ordinal) && !text.Contains("eventType", StringComparison.Ordinal))
        {
            return null;
        }

        var body = AnswerBody.Read(text);
        if (body.First("Type") is "Notification" && body.First("Message") is { } message)
        {
            body = AnswerBody.Read(message);
        }

        var notification = body.FirstOf("notificationType", "eventType") switch
        {
            "Bounce" => new AmazonNotification { Failures = Bounced(body) },
            "Delivery" => new AmazonNotification { Failures = Delivered(body) },
            "Complaint" => new AmazonNotification { Complaints = Complained(body) },
            _ => null,
        };
        return notification is { Complaints: null, Failures.Count: 0 } ? null : notification;
    }

    private static List<FailureFacts> Bounced(AnswerBody body)
    {
        var isTransient = body.First("bounceType") is "Transient";
        return
        [
            .. body.Groups("bouncedRecipients").Take(Bounded.RecipientLimit).Select(group => new FailureFacts
            {
                Address = body.In(group, "emailAddress"),
                Action = body.In(group, "action"),
                Status = ServerWords.EnhancedAt(body.In(group, "status")),
                Diagnostic = body.In(group, "diagnosticCode") is { } words ? DeliveryStatusReader.WithoutType(words) : null,
                Surroundings = isTransient ? "temporary" : "",
            }),
        ];
    }

    private static List<FailureFacts> Delivered(AnswerBody body) =>
    [
        .. body.All("recipients").Take(Bounded.RecipientLimit).Select(address => new FailureFacts
        {
            Address = address,
            Action = "delivered",
            Diagnostic = body.First("smtpResponse"),
        }),
    ];

    private static List<string> Complained(AnswerBody body) =>
    [
        .. body.Groups("complainedRecipients").Select(group => body.In(group, "emailAddress")).OfType<string>().Take(Bounded.RecipientLimit),
    ];
}
