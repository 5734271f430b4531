namespace ProviderSandbox.Mail.Smtp;

/// <summary>A line without its line break.</summary>
/// <param name="Text">Its bytes, no more than the limit.</param>
/// <param name="EndsInCrLf">False where it ended in a line feed alone.</param>
/// <param name="IsTooLong">Whether it was longer than the limit.</param>
internal readonly record struct SmtpLine(ReadOnlyMemory<byte> Text, bool EndsInCrLf, bool IsTooLong);
