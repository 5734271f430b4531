using SystemLog.Catalogue.Answers;

namespace SystemLog.Smtp.Bounces;

/// <summary>What Amazon SES reports as JSON through SNS, as a mail or as the bare notification.</summary>
internal sealed record AmazonNotification(BounceKind Kind, IReadOnlyList<FailureFacts> Failures)
{
    /// <summary>The server that reports.</summary>
    public const string Server = "amazonses.com";

    /// <summary>Returns the notification; null where the text is none.</summary>
    public static AmazonNotification? Read(string text)
    {
        if (!text.Contains("notificationType", StringComparison.Ordinal) && !text.Contains("eventType", StringComparison.Ordinal))
        {
            return null;
        }

        var body = AnswerBody.Read(text);
        return body.FirstOf("notificationType", "eventType") switch
        {
            "Bounce" => new(BounceKind.Hard, Bounced(body)),
            "Complaint" => new(BounceKind.Complaint, []),
            "Delivery" => new(BounceKind.Success, Delivered(body)),
            _ => null,
        };
    }

    private static List<FailureFacts> Bounced(AnswerBody body)
    {
        var isTransient = body.First("bounceType") is "Transient";
        return
        [
            .. body.Groups("bouncedRecipients").Take(Bounded.RecipientLimit).Select(group => new FailureFacts
            {
                Address = body.In(group, "emailAddress"),
                Action = body.In(group, "action") ?? "failed",
                Status = ServerWords.EnhancedAt(body.In(group, "status")),
                Diagnostic = body.In(group, "diagnosticCode"),
                Surroundings = isTransient ? "temporary" : "",
                RemoteServer = body.First("remoteMtaIp"),
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
}
