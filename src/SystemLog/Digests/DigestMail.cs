namespace SystemLog.Digests;

/// <summary>A summary mail as it is sent: the same in text and in HTML.</summary>
/// <param name="Language">The language it is written in, such as "nb".</param>
/// <param name="Subject">The subject, one line.</param>
/// <param name="Text">The text part, in lines of at most 72 characters but for addresses, ended by LF.</param>
/// <param name="Html">The HTML part, a whole document that loads nothing.</param>
public sealed record DigestMail(string Language, string Subject, string Text, string Html);
