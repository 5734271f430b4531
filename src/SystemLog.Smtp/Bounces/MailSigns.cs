using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>By what a mail of a server, an answering machine or a complaint desk is known, where its type does not tell.</summary>
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
        "error sending your mail", "mail error", "message delayed", "bounce", "user unknown", "rejected", "message status", "you sent blocked", "message blocked",
        "not member article",
        "warning: message",
        "unzustellbar", "nicht zugestellt", "nicht zustellbar", "zustellung", "non remis", "non distribu", "échec", "kunne ikke leveres",
        "kan ikke leveres", "kunne ikke sendes",
        "ikke levert", "ikke leveret", "leveringsfeil", "kunde inte leverera", "kan inte leverera", "inte levererats", "leveransfel",
        "oleverer", "ei voitu toimittaa", "toimitus epäonnistui",
        "toimittaminen epäonnistui", "palautettu", "no entregado", "no se puede entregar", "no se pudo entregar", "non recapitabile",
        "onbestelbaar", "niet bezorgd", "não entregue", "falha na entrega", "niedostarcz", "frozen", "mancata consegna", "配信", "送信できません",
        "エラー", "不達", "戻り", "不可",
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
        "届きません", "не может быть доставлено", "final-recipient:", "yet to be delivered", "not a member", "delivery status of a",
        "recipients were affected", "no se puede entregar", "não pôde ser entregue", "konnte nicht", "niet worden bezorgd",
    ];

    private static readonly string[] s_delays =
    [
        "has been delayed", "is delayed", "been delayed", "delayed 24", "still being retried", "will be retried",
        "not yet been delivered", "has not been delivered yet", "warning message only",
        "this is a warning only", "delivery attempts will continue", "will continue to", "will keep trying", "continue to try",
        "still trying", "(delay)", "delayed mail", "message delayed",
        "delivery delayed", "only a temporary failure report", "do not need to resend", "delay reason",
        "could not be delivered for more than", "forsinket", "försenad", "viivästy", "verzögert",
        "retardé", "has been frozen", "could not send message for past", "transient non-fatal errors", "still undelivered after",
         "配信が遅れ", "遅延",
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

    /// <summary>Fields that answering machines set, with whatever value but "no".</summary>
    private static readonly string[] s_answerFields =
        ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Mail-Autoreply", "X-Autogenerated", "X-Vacation"];

    private static readonly string[] s_complaints =
    [
        "abuse report", "spam report", "spam complaint", "abuse complaint", "complaint about message", "email feedback report",
        "feedback loop", "junk mail report", "has been reported as spam",
    ];

    /// <summary>Returns whether it is a server's notice; a person who writes of a failed delivery gives neither code nor reason.</summary>
    public static bool IsNotice(MimeHeaders headers, Notice notice)
    {
        if (headers.Raw("X-Failed-Recipients") is not null)
        {
            return true;
        }

        var isServer = FailureWords.HasAny(Sender(headers), s_servers) || headers.Raw("X-MLServer") is not null;
        var hasSubject = FailureWords.HasAny(Subject(headers), s_subjects);
        var hasWords = FailureWords.HasAny(notice.Words, s_notices);
        if (isServer)
        {
            return hasSubject || hasWords;
        }

        var hasNoReturn = headers.Raw("Return-Path") is "<>" && !IsAnswer(headers, notice);
        return hasWords && (hasSubject ? hasNoReturn || HasReason(notice.Words) : hasNoReturn && HasReason(notice.Words));
    }

    /// <summary>Returns whether the server goes on trying.</summary>
    public static bool IsDelay(MimeHeaders headers, Notice notice) =>
        FailureWords.HasAny(Subject(headers), s_delays)
        || (FailureWords.HasAny(notice.Words, s_delays) && !notice.Words.Contains("giving up", StringComparison.Ordinal));

    /// <summary>Returns whether an answering machine wrote it (RFC 3834), also one that is older or does not keep to it.</summary>
    public static bool IsAnswer(MimeHeaders headers, Notice notice)
    {
        var mark = TextLines.Normal(headers.Raw("Auto-Submitted") ?? "no");
        if (mark.StartsWith("auto-replied", StringComparison.Ordinal))
        {
            return true;
        }

        // Exchange marks its automatic replies as generated only; so it does with what answers nothing.
        var subject = Subject(headers);
        var answers = headers.Raw("In-Reply-To") is not null || headers.Raw("References") is not null
            || subject.StartsWith("re:", StringComparison.Ordinal);
        if (!mark.StartsWith("no", StringComparison.Ordinal) && (answers || FailureWords.HasAny(notice.Words, s_answers)))
        {
            return true;
        }

        return FailureWords.HasAny(subject, s_answers) || subject.StartsWith("auto:", StringComparison.Ordinal)
            || TextLines.Normal(headers.Raw("Precedence") ?? "") is "auto_reply" or "auto-reply"
            || headers.Raw("X-Apple-Action") is "vacation"
            || Array.Exists(s_answerFields, field => TextLines.Normal(headers.Raw(field) ?? "no") is not ("" or "no"))
            || TextLines.Normal(headers.Raw("X-POST-MessageClass") ?? headers.Raw("Delivered-To") ?? "").Contains("autoresponder");
    }

    /// <summary>Returns whether it is a complaint of another form than the standard's.</summary>
    public static bool IsComplaint(MimePart mail, string text)
    {
        // Hotmail sends the mail complained of with this field and no report.
        var messages = mail.Leaves().Where(part => part.IsMessage || part.Type.MediaType == "text/rfc822-headers").ToList();
        if (messages.Exists(part => part.Children.Any(inner => inner.Headers.Raw("X-HmXmrOriginalRecipient") is not null)))
        {
            return true;
        }

        // Mail programs leave a list for their users by a mail to the address in List-Unsubscribe.
        var isLeaving = Subject(mail.Headers).Contains("unsubscribe", StringComparison.Ordinal)
            && FailureWords.HasAny(text, ["sent this email to unsubscribe", "automatically generated by gmail"]);
        return isLeaving || (messages.Count > 0 && FailureWords.HasAny(Subject(mail.Headers), s_complaints));
    }

    /// <summary>Returns the subject, normalised.</summary>
    public static string Subject(MimeHeaders headers) => TextLines.Normal(headers.Text("Subject"));

    private static bool HasReason(string words) => ServerWords.EnhancedStatus(words) is not null || FailureWords.Detail(words) is not null;

    private static string Sender(MimeHeaders headers) => TextLines.Normal(headers.Text("From"));
}
