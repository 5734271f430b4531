namespace ProviderSandbox.Klarna;

/// <summary>An order as a purchase leaves it. Order Management cannot create one, so the sandbox is told.</summary>
/// <param name="OrderAmount">Minor units.</param>
/// <param name="MerchantReference1">The shop's order number.</param>
public sealed record KlarnaSeed(long OrderAmount, string MerchantReference1)
{
    /// <summary>Gets the shop's second reference. The default is none.</summary>
    public string? MerchantReference2 { get; init; }

    /// <summary>Gets the ISO 4217 code. The default is NOK.</summary>
    public string Currency { get; init; } = "NOK";

    /// <summary>Gets when the customer bought. The default is now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets ACCEPTED (the default), PENDING or REJECTED; only an accepted order can be captured.</summary>
    public string FraudStatus { get; init; } = "ACCEPTED";
}
