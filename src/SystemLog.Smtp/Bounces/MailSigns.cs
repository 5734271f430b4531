using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>By what a mail is known to come from a mail server, an answering machine or a complaint desk, where its type does not tell.</summary>
internal static class MailSigns
{
    private static readonly string[] s_servers =
    [
        "mailer-daemon", "mailerdaemon", "mailer daemon", "mail delivery", "mail deliver system", "mail-daemon", "maildaemon",
        "mail.delivery", "postmaster", "post_master", "mdaemon",
        "delivery subsystem", "system administrator", "mail administrator", "administrator@", "ndr", "microsoft exchange", "interscan",
        "sysadmin", "mail system", "mailsystem", "<>",
        "no-reply@sns.amazonaws",
    ];

    private static readonly string[] s_subjects =
    [
        "undeliver", "delivery status", "delivery fail", "delivery has failed", "delivery error", "delivery problem", "delivery delayed",
        "delivery notification", "delivery report",
        "deliver failed", "failure delivery", "failure notice", "failed delivery", "mail failure", "mail system error", "returned mail",
        "returned message", "return mail", "delayed mail",
        "returned to sender", "returning message", "could not be delivered", "not delivered", "could not send", "could not deliver",
        "couldn't be delivered", "non-deliver", "nondeliver",
        "error sending your mail", "mail error", "message delayed", "bounce", "user unknown", "rejected", "message status",
        "warning: message",
        "unzustellbar", "nicht zugestellt", "nicht zustellbar", "zustellung", "non remis", "non distribu", "échec", "kunne ikke leveres",
        "kan ikke leveres", "kunne ikke sendes",
        "ikke levert", "ikke leveret", "leveringsfeil", "kunde inte leverera", "kan inte leverera", "inte levererats", "leveransfel",
        "oleverer", "ei voitu toimittaa", "toimitus epäonnistui",
        "toimittaminen epäonnistui", "palautettu", "no entregado", "mancata consegna", "配信", "送信できません", "エラー", "不達", "戻り", "不可",
        "не доставлен",
    ];

    private static readonly string[] s_notices =
    [
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered", "unable to deliver",
        "able to deliver your message", "not able to be delivered",
        "was not delivered", "not be delivered", "not been delivered", "undeliverable", "did not reach", "delivery failed",
        "delivery has failed", "delivery to the following",
        "delevery to the following", "failed permanently", "error delivering", "could not deliver", "fatal errors", "delivery errors",
        "delivery problems", "unknown user", "user unknown",
        "transcript of session", "failure reason", "following recipient", "following address", "trouble delivering", "trouble sending",
        "message could not be sent", "server message",
        "did not receive this message", "attempting to deliver", "is delayed", "been delayed", "could not send your", "failed to deliver",
        "returned to sender", "mailbox exceeds", "errors:",
        "invalid user", "rejected recipient", "failed with", "rcpt to:", "kunne ikke leveres", "kan ikke leveres", "ikke levert",
        "kunde inte levereras", "kan inte levereras",
        "ei voitu toimittaa", "nicht zugestellt", "nicht zustellbar", "unzustellbar", "n'a pas pu être", "non remis", "配信できません",
        "送信できません", "送信に失敗", "配送できません", "届けることができません",
        "届きません", "не может быть доставлено", "final-recipient:",
    ];

    private static readonly string[] s_delays =
    [
        "has been delayed", "is delayed", "been delayed", "delayed 24", "still being retried", "will be retried",
        "not yet been delivered", "has not been delivered yet", "warning message only",
        "this is a warning only", "delivery attempts will continue", "will continue to", "will keep trying", "continue to try",
        "still trying", "(delay)", "delayed mail", "message delayed",
        "delivery delayed", "only a temporary failure report", "do not need to resend", "delay reason",
        "could not be delivered for more than", "forsinket", "försenad", "viivästy", "verzögert",
        "retardé", "配信が遅れ", "遅延",
    ];

    private static readonly string[] s_answers =
    [
        "out of office", "out of the office", "out-of-office", "auto reply", "auto-reply", "autoreply", "automatic reply",
        "automated reply", "automated response", "autoresponse", "autorespons",
        "auto response", "auto-response", "automatic response", "vacation", "away from the office", "on leave", "on holiday", "autosvar",
        "automatisk svar", "automatiskt svar",
        "fraværende", "fravær:", "ikke til stede", "ikke på kontoret", "frånvaro", "ej på kontoret", "inte på kontoret",
        "automaattinen vastaus", "poissa", "lomalla", "abwesenheit",
        "automatische antwort", "nicht im büro", "absence", "réponse automatique", "absent du bureau", "respuesta automática",
        "risposta automatica", "自動返信", "自動応答", "不在",
    ];

    private static readonly string[] s_complaints =
    [
        "abuse report", "spam report", "spam complaint", "abuse complaint", "complaint about message", "email feedback report",
        "feedback loop", "junk mail report", "has been reported as spam",
    ];

    /// <summary>Returns whether the mail is a server's notice; a person who writes of a failed delivery gives no code and no reason.</summary>
    public static bool IsNotice(MimeHeaders headers, Notice notice)
    {
        if (headers.Raw("X-Failed-Recipients") is not null)
        {
            return true;
        }

        var isServer = FailureWords.HasAny(Sender(headers), s_servers);
        var hasSubject = FailureWords.HasAny(Subject(headers), s_subjects);
        var hasWords = FailureWords.HasAny(notice.Words, s_notices);
        return (isServer || (headers.Raw("Return-Path") is "<>" && !IsAnswer(headers)))
            ? hasSubject || hasWords
            : hasSubject && hasWords && HasReason(notice.Words);
    }

    /// <summary>Returns whether the server goes on trying.</summary>
    public static bool IsDelay(MimeHeaders headers, Notice notice) =>
        FailureWords.HasAny(Subject(headers), s_delays) || (FailureWords.HasAny(notice.Words, s_delays) && !notice.Words.Contains("giving up", StringComparison.Ordinal));

    /// <summary>Returns whether an answering machine wrote it (RFC 3834, and what those wrote that came before or do not keep to it).</summary>
    public static bool IsAnswer(MimeHeaders headers)
    {
        if (TextLines.Normal(headers.Raw("Auto-Submitted") ?? "").StartsWith("auto-replied", StringComparison.Ordinal))
        {
            return true;
        }

        var precedence = TextLines.Normal(headers.Raw("Precedence") ?? "");
        return precedence is "auto_reply" or "auto-reply"
            || IsYes(headers.Raw("X-Autoreply")) || IsYes(headers.Raw("X-Autorespond")) || IsYes(headers.Raw("X-Auto-Reply")) || IsYes(headers.Raw("X-Mail-Autoreply"))
            || TextLines.Normal(headers.Raw("X-Autogenerated") ?? "") is "reply" or "yes"
            || FailureWords.HasAny(TextLines.Normal(headers.Raw("X-POST-MessageClass") ?? headers.Raw("Delivered-To") ?? ""), ["autoresponder"])
            || FailureWords.HasAny(Subject(headers), s_answers);
    }

    /// <summary>Returns whether it is a complaint of another form than the standard's.</summary>
    public static bool IsComplaint(MimePart mail, string text)
    {
        // Hotmail sends the mail complained of with this field and no report.
        if (mail.Leaves().Any(part => part.IsMessage && part.Children.Any(inner => inner.Headers.Raw("X-HmXmrOriginalRecipient") is not null)))
        {
            return true;
        }

        // Apple Mail leaves a list for its user by a mail to the address in List-Unsubscribe.
        var isLeaving = Subject(mail.Headers).Contains("unsubscribe", StringComparison.Ordinal)
            && text.Contains("sent this email to unsubscribe", StringComparison.OrdinalIgnoreCase);
        return isLeaving
            || (FailureWords.HasAny(Subject(mail.Headers), s_complaints) && mail.Leaves().Any(part => part.IsMessage || part.Type.MediaType == "text/rfc822-headers"));
    }

    /// <summary>Returns the subject, normalised.</summary>
    public static string Subject(MimeHeaders headers) => TextLines.Normal(headers.Text("Subject"));

    private static bool IsYes(string? value) => value is { Length: > 0 } && !value.Equals("no", StringComparison.OrdinalIgnoreCase);

    private static bool HasReason(string words) =>
        ServerWords.ReplyCode(words) is not null || ServerWords.EnhancedStatus(words) is not null || FailureWords.Detail(words) is not null;

    private static string Sender(MimeHeaders headers) => TextLines.Normal(headers.Text("From"));
}
