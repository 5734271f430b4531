using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>A receipt of what the recipient did with a mail (RFC 8098).</summary>
internal static class Disposition
{
    /// <summary>Returns what a receipt says: the mail arrived, so that it is no bounce, unless the mailbox was given up or the receipt tells of a failure.</summary>
    public static BounceKind KindOf(List<MimePart> leaves)
    {
        var report = leaves.Find(part => part.Type.MediaType == "message/disposition-notification");
        var disposition = report is null ? "" : TextLines.Normal(MimeHeaders.Read(TextLines.Of(report.Text)).Raw("Disposition") ?? "");
        return FailureWords.HasAny(disposition, ["failed", "mailbox-terminated"]) ? BounceKind.Hard : BounceKind.NotABounce;
    }
}
