namespace SystemLog.Issues;

/// <summary>A provider's failing answer, as it came.</summary>
/// <param name="Status">The HTTP status or SMTP reply code; null where none came.</param>
/// <param name="Body">The body as text. Longer than 64 kB is cut; 16 kB are kept after redaction.</param>
/// <param name="ContentType">The content type of the body.</param>
/// <param name="CorrelationId">The provider's id for the call, from a header.</param>
public readonly record struct ProviderAnswer(int? Status, string? Body, string? ContentType = null, string? CorrelationId = null);
