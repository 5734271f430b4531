using System.Text;
using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>One mail, read by what it is: the standard forms first, then prose.</summary>
internal sealed class MailReading
{
    /// <summary>How many mails within mails are looked at: a bounce passed on, or returned to a list's owner.</summary>
    private const int NestingLimit = 2;

    private readonly MimePart _mail;
    private readonly List<MimePart> _leaves;
    private readonly string _text;
    private readonly Notice _notice;
    private readonly ProseReader _prose;
    private readonly int _nestingLeft;

    public MailReading(MimePart mail, int nestingLeft = NestingLimit)
    {
        (_mail, _nestingLeft) = (mail, nestingLeft);
        _leaves = [.. mail.Leaves()];
        _text = NoticeText();
        _notice = Notice.Of(_text);
        _prose = new(mail.Headers, _notice);
    }

    /// <summary>Returns what the mail says.</summary>
    public BounceReport Report()
    {
        if (IsReport("feedback-report") || MailSigns.IsComplaint(_mail, _notice.Words))
        {
            return Of(BounceKind.Complaint);
        }

        if (IsReport("disposition-notification"))
        {
            return Of(Disposition.KindOf(_leaves));
        }

        return DeliveryStatus() ?? Notification() ?? Prose() ?? Within()
            ?? Of(MailSigns.IsAnswer(_mail.Headers) ? BounceKind.AutoReply : BounceKind.NotABounce);
    }

    private bool IsReport(string type) =>
        (_mail.Type.IsMultipart && string.Equals(_mail.Type.Parameter("report-type"), type, StringComparison.OrdinalIgnoreCase))
        || _leaves.Exists(part => part.Type.MediaType == $"message/{type}");

    private BounceReport? DeliveryStatus()
    {
        foreach (var part in _leaves.OrderByDescending(part => part.Type.MediaType is "message/delivery-status" or "message/global-delivery-status"))
        {
            if (part.IsMessage || !part.Text.Contains("-Recipient:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var reader = new DeliveryStatusReader();
            if (reader.Read(part.Text) is { Count: > 0 } recipients)
            {
                return Of(recipients.ConvertAll(Facts), reader.ReportingServer);
            }
        }

        return null;
    }

    private FailureFacts Facts(DeliveryStatusFields fields)
    {
        var address = fields.FinalRecipient ?? fields.OriginalRecipient;
        var prose = _prose.Of(address) ?? _prose.Of(fields.OriginalRecipient);
        return new()
        {
            Address = address,
            OriginalAddress = fields.OriginalRecipient,
            Status = ServerWords.EnhancedAt(fields.Status),
            Action = fields.Action,
            Diagnostic = fields.Diagnostic ?? Comment(fields.Status) ?? prose?.Diagnostic,
            Surroundings = prose?.Diagnostic ?? _notice.Words,
            RemoteServer = fields.RemoteServer,
        };
    }

    /// <summary>"5.1.1 (Remote SMTP server has rejected address)": what stands behind the code, unless it only repeats its class.</summary>
    private static string? Comment(string? status)
    {
        var open = status?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        var comment = open < 0 ? "" : status![(open + 1)..].TrimEnd(')', ' ');
        return comment.Length == 0 || comment is "permanent failure" or "temporary failure" ? null : comment;
    }

    private BounceReport? Notification() =>
        AmazonNotification.Read(_text) is { } notification ? Of(notification.Failures, AmazonNotification.Server, notification.Kind) : null;

    private BounceReport? Prose()
    {
        if (!MailSigns.IsNotice(_mail.Headers, _notice))
        {
            return null;
        }

        return _prose.All(MailSigns.IsDelay(_mail.Headers, _notice)) is { Count: > 0 } failures
            ? Of(failures, server: null)
            : Within() ?? Of([_prose.OfNobody(ReturnedMail())], server: null);
    }

    /// <summary>A bounce that was passed on, as a part or as text.</summary>
    private BounceReport? Within()
    {
        if (_nestingLeft == 0)
        {
            return null;
        }

        var returned = _leaves.Find(part => part.IsMessage && part.Children.Count > 0)?.Children[0]
            ?? (_notice.Returned.Count > 0 ? MimeReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', _notice.Returned))) : null);
        var report = returned is null ? null : new MailReading(returned, _nestingLeft - 1).Report();
        return report?.Recipients.Count > 0 ? report : null;
    }

    private BounceReport Of(BounceKind kind) => new() { Kind = kind, OriginalMessageId = MessageId() };

    private BounceReport Of(IReadOnlyList<FailureFacts> failures, string? server, BounceKind kind = BounceKind.NotABounce)
    {
        var recipients = failures.Select(failure => failure.Judge()).ToList();
        return new()
        {
            Kind = recipients.Count > 0 ? recipients[0].Kind : kind,
            Recipients = recipients,
            ReportingServer = server,
            OriginalMessageId = MessageId(),
        };
    }

    private string? MessageId() =>
        ReturnedMail().Raw("Message-ID")?.Trim(' ', '<', '>') is { Length: > 0 } id ? Bounded.Text(id, Bounded.NameLimit) : null;

    private MimeHeaders ReturnedMail()
    {
        foreach (var part in _leaves)
        {
            if (part.IsMessage && part.Children.Count > 0)
            {
                return part.Children[0].Headers;
            }

            if (part.Type.MediaType is "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers")
            {
                return MimeHeaders.Read(TextLines.Of(part.Text));
            }
        }

        return _notice.ReturnedHeaders;
    }

    /// <summary>The server's words: its plain text, or what is left of its HTML, or the report where it wrote nothing else.</summary>
    private string NoticeText()
    {
        var plain = _leaves.FindAll(part => part.Type.MediaType == "text/plain" || part.Type.IsMultipart).ConvertAll(part => part.Text);
        if (plain.Exists(text => !string.IsNullOrWhiteSpace(text)))
        {
            return Bounded.Text(string.Join("\n\n", plain), Bounded.TextLimit);
        }

        return _leaves.Find(part => part.Type.MediaType == "text/html") is { } html ? HtmlText.Of(html.Text) : "";
    }
}
