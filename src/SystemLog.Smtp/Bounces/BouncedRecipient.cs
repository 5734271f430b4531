using SystemLog.Catalogue;

namespace SystemLog.Smtp.Bounces;

/// <summary>What became of the mail to one recipient.</summary>
public sealed record BouncedRecipient
{
    /// <summary>Gets the address the server tried; null where the report names none.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the address the mail was sent to, where the server says that it differs, as after forwarding.</summary>
    public string? OriginalAddress { get; init; }

    /// <summary>Gets the enhanced status code (RFC 3463), such as "5.1.1"; null where none is given and none is certain.</summary>
    public string? Status { get; init; }

    /// <summary>Gets "failed", "delayed", "delivered", "relayed" or "expanded" (RFC 3464), or the server's own word, in lower case.</summary>
    public required string Action { get; init; }

    /// <summary>Gets whether trying again can help.</summary>
    public required BounceKind Kind { get; init; }

    /// <summary>Gets the server's words on one line, at most 1,000 characters; null where it gives none.</summary>
    public string? Diagnostic { get; init; }

    /// <summary>Gets the reply code of SMTP, such as 550; null where none is given.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>Gets the server that gave the answer; null where it is not named.</summary>
    public string? RemoteServer { get; init; }

    /// <summary>Gets the failure as the error catalogue explains it; null where the mail arrived.</summary>
    public ProviderError? Error => Kind is BounceKind.Hard or BounceKind.Soft or BounceKind.Delay
        ? new ProviderError
        {
            Source = Sources.Smtp,
            Operation = Operations.SendMail,
            Status = ReplyCode,
            ContentType = "text/plain",
            Body = Words(),
        }
        : null;

    private string Words()
    {
        var text = Diagnostic ?? $"delivery {Action}";
        return Status is null || text.Contains(Status, StringComparison.Ordinal) ? text : $"{Status} {text}";
    }
}
