namespace ProviderSandbox.Klarna;

/// <summary>One order as it stands. Amounts are in minor units.</summary>
/// <param name="OrderId">Klarna's id.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="OriginalOrderAmount">What the customer bought for.</param>
/// <param name="CreatedAt">When the customer bought.</param>
/// <param name="FraudStatus">ACCEPTED, PENDING or REJECTED.</param>
public sealed record KlarnaOrder(string OrderId, string Currency, long OriginalOrderAmount, DateTimeOffset CreatedAt, string FraudStatus)
{
    /// <summary>Gets what is authorised now; an update of the authorization changes it.</summary>
    public long OrderAmount { get; init; }

    public string? MerchantReference1 { get; init; }

    public string? MerchantReference2 { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsReleased { get; init; }

    public bool IsAcknowledged { get; init; }

    public IReadOnlyList<KlarnaCapture> Captures { get; init; } = [];

    public IReadOnlyList<KlarnaRefund> Refunds { get; init; } = [];

    public long Captured => Captures.Sum(capture => capture.Amount);

    public long Refunded => Refunds.Sum(refund => refund.Amount);

    /// <summary>Gets the status: AUTHORIZED, PART_CAPTURED, CAPTURED, CANCELLED or EXPIRED at the given time.</summary>
    public string StatusAt(DateTimeOffset now) => this switch
    {
        { IsCancelled: true } => "CANCELLED",
        _ when Captured > 0 && Captured >= OrderAmount => "CAPTURED",
        _ when Captured > 0 => "PART_CAPTURED",
        _ when IsExpiredAt(now) => "EXPIRED",
        _ => "AUTHORIZED",
    };

    public long RemainingAt(DateTimeOffset now) => IsCancelled || IsReleased || IsExpiredAt(now) ? 0 : OrderAmount - Captured;

    public bool IsExpiredAt(DateTimeOffset now) => now >= ExpiresAt;
}
