namespace ProviderSandbox.Tripletex;

/// <summary>A ledger account.</summary>
/// <param name="Number">Account number.</param>
/// <param name="Name">Its name.</param>
/// <param name="LedgerType">GENERAL, or CUSTOMER where each posting needs a customer.</param>
/// <param name="LockedTo">Id of the only VAT type that may be posted, if locked.</param>
internal sealed record TripletexAccount(int Number, string Name, string LedgerType = "GENERAL", long? LockedTo = null)
{
    public static readonly IReadOnlyList<TripletexAccount> Standard =
    [
        new(1500, "Kundefordringer", "CUSTOMER"),
        new(1900, "Kontanter"),
        new(1901, "Kortterminal"),
        new(1902, "Vipps"),
        new(1903, "Klarna"),
        new(2900, "Forskudd fra kunder"),
        new(3000, "Salgsinntekt, avgiftspliktig", LockedTo: 3),
        new(3010, "Salgsinntekt, middels sats", LockedTo: 31),
        new(3100, "Salgsinntekt, avgiftsfri"),
        new(7770, "Øreavrunding"),
    ];

    /// <summary>Gets the id, which unlike the number is what a posting refers to.</summary>
    public long Id => (Number * 1000L) + 1;
}
