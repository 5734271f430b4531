namespace ProviderSandbox.Vipps;

/// <summary>One payment as it stands. Amounts are in minor units.</summary>
/// <param name="Reference">The shop's reference, 8 to 64 characters.</param>
/// <param name="PspReference">Vipps MobilePay's reference.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Amount">What was asked of the customer.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">Until when the customer may approve.</param>
public sealed record VippsPayment(
    string Reference, string PspReference, string Currency, long Amount, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Gets the state as stored; a payment that nobody approved in time is EXPIRED when it is read.</summary>
    public string State { get; init; } = "CREATED";

    public DateTimeOffset? AuthorisedAt { get; init; }

    public DateTimeOffset? CapturedAt { get; init; }

    public long Captured { get; init; }

    public long Refunded { get; init; }

    public long Cancelled { get; init; }

    /// <summary>Gets what was reserved: nothing before the customer approved, and nothing after a payment was terminated.</summary>
    public long Authorised => AuthorisedAt is null ? 0 : Amount;

    public long OpenToCapture => Authorised - Captured - Cancelled;

    internal VippsPayment AsOf(DateTimeOffset now) => State == "CREATED" && now >= ExpiresAt ? this with { State = "EXPIRED" } : this;
}
