namespace SystemLog.Conformance.Messages;

/// <summary>A mail as the server has it, decoded.</summary>
/// <param name="Sender">The sender on the envelope, to whom bounces go.</param>
/// <param name="Recipients">The recipients on the envelope that the server took.</param>
/// <param name="From">The sender in the header, as it is written.</param>
/// <param name="To">The recipients in the header, as they are written.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text.</param>
public sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, string From, string To, string Subject, string Text);
