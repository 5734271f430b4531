namespace ProviderSandbox.Adyen;

/// <summary>One authorised payment as it stands. Amounts are in minor units.</summary>
/// <param name="PspReference">Adyen's reference of the authorisation.</param>
/// <param name="Reference">The shop's reference, usually its order number.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Authorised">What was reserved.</param>
/// <param name="AuthorisedAt">When it was reserved.</param>
/// <param name="HolderName">The card holder's name, by which Adyen's test system is told to fail.</param>
public sealed record AdyenPayment(
    string PspReference, string Reference, string Currency, long Authorised, DateTimeOffset AuthorisedAt, string? HolderName)
{
    public long Captured { get; init; }

    public long Refunded { get; init; }

    public long Cancelled { get; init; }

    public long OpenToCapture => Authorised - Captured - Cancelled;

    /// <summary>Gets whether the test system was told to fail in this way by the card holder's name.</summary>
    internal bool AsksFor(string failure) => string.Equals(HolderName, failure, StringComparison.OrdinalIgnoreCase);
}
