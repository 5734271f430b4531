using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>A receipt of what the recipient did with a mail (RFC 8098).</summary>
internal static class Disposition
{
    /// <summary>Returns what a receipt says: that the mail arrived, unless it tells of a failure or of a mailbox given up.</summary>
    public static BounceKind KindOf(List<MimePart> leaves)
    {
        var report = leaves.Find(part => part.Type.MediaType == "message/disposition-notification");
        var fields = MimeHeaders.Read(report is null ? [] : TextLines.Of(report.Text));
        var disposition = TextLines.Normal(fields.Raw("Disposition") ?? "");
        return FailureWords.HasAny(disposition, ["failed", "mailbox-terminated"]) ? BounceKind.Hard : BounceKind.NotABounce;
    }
}
