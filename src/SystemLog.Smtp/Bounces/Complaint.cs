using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Bounces;

/// <summary>A complaint's report (RFC 5965).</summary>
internal static class Complaint
{
    /// <summary>Returns who complains: the recipients the report names, else the only one of the mail it holds. Many leave them out.</summary>
    public static IReadOnlyList<string> Recipients(List<MimePart> leaves, MimeHeaders returned)
    {
        var report = leaves.Find(part => !part.IsMessage && part.Text.Contains("Feedback-Type:", StringComparison.OrdinalIgnoreCase));
        var lines = TextLines.Of(report?.Text ?? "").SkipWhile(line => line.Length == 0 || !char.IsAsciiLetter(line[0]) || !line.Contains(": "));
        var fields = MimeHeaders.Read(lines);
        var named = fields.All("Original-Rcpt-To").Concat(fields.All("Removal-Recipient")).SelectMany(MailAddress.AllIn)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(Bounded.RecipientLimit).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var recipients = MailAddress.AllIn(returned.Raw("X-HmXmrOriginalRecipient") ?? returned.Text("To"));
        return recipients.Count == 1 ? recipients : [];
    }
}
