namespace SystemLog.Smtp.Bounces;

/// <summary>What a report says of one recipient, before it is judged.</summary>
internal sealed record FailureFacts
{
    /// <summary>Gets the address the server tried.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the address the sender wrote, where it differs.</summary>
    public string? OriginalAddress { get; init; }

    /// <summary>Gets the enhanced status code as given.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the action as given, in lower case.</summary>
    public string? Action { get; init; }

    /// <summary>Gets the server's words to show.</summary>
    public string? Diagnostic { get; init; }

    /// <summary>Gets more words to judge by where the server's own tell nothing.</summary>
    public string Surroundings { get; init; } = "";

    /// <summary>Gets the server that answered.</summary>
    public string? RemoteServer { get; init; }

    /// <summary>Returns the recipient as it is reported.</summary>
    public BouncedRecipient Judge()
    {
        var own = TextLines.Normal(Diagnostic ?? "");
        var replyCode = ServerWords.ReplyCode(own);
        var detail = FailureWords.Detail(own);
        var words = own;
        if (detail is null && replyCode is null && ServerWords.EnhancedStatus(own) is null && !FailureWords.PassesByItself(own, detail: null))
        {
            words = TextLines.Normal(Surroundings);
            replyCode = ServerWords.ReplyCode(words);
            detail = FailureWords.Detail(words);
        }

        var status = Status ?? ServerWords.EnhancedStatus(words);
        var action = Action is { Length: > 0 } given ? given : status is ['2', ..] ? "delivered" : "failed";
        var kind = KindOf(action, status, replyCode, FailureWords.PassesByItself(words, detail) || PassesByCode(status));
        return new()
        {
            Address = Address,
            OriginalAddress = MailAddress.Same(Address, OriginalAddress) ? null : OriginalAddress,
            Status = status ?? (detail is null ? null : $"{ClassOf(kind, replyCode, detail)}.{detail}"),
            Action = action,
            Kind = kind,
            Diagnostic = Diagnostic is { Length: > 0 } text ? Bounded.Text(text, Bounded.WordsLimit) : null,
            ReplyCode = replyCode,
            RemoteServer = RemoteServer,
        };
    }

    private static BounceKind KindOf(string action, string? status, int? replyCode, bool passes) => action switch
    {
        "delayed" => BounceKind.Delay,
        "delivered" or "relayed" or "expanded" => BounceKind.Success,
        "expired" => BounceKind.Soft,
        _ when passes || status is ['4', ..] || (replyCode is < 500 && status is not ['5', ..]) => BounceKind.Soft,
        _ => BounceKind.Hard,
    };

    /// <summary>Mailbox full, delivery time expired, congestion; Exchange Online's expired (5.4.300, 5.4.316) and Gmail's rate limit (5.7.28).</summary>
    private static bool PassesByCode(string? status) => status is "5.2.2" or "5.4.7" or "5.4.5" or "5.4.300" or "5.4.316" or "5.7.28";

    /// <summary>The class of a status the words gave: the server's own, else what a server would have said.</summary>
    private static char ClassOf(BounceKind kind, int? replyCode, string detail) => replyCode switch
    {
        >= 500 => '5',
        >= 400 => '4',
        _ when kind == BounceKind.Delay || detail is "4.1" or "4.7" => '4',
        _ => '5',
    };
}
