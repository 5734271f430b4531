namespace ProviderSandbox.Tripletex;

/// <summary>A VAT type. Its id and its number are not always the same.</summary>
internal sealed record TripletexVatType(long Id, string Number, string Name, decimal Percentage)
{
    public static readonly IReadOnlyList<TripletexVatType> Outgoing =
    [
        new(0, "0", "Ingen avgiftsbehandling", 0),
        new(3, "3", "Utgående avgift, høy sats", 25),
        new(5, "5", "Ingen utgående avgift (innenfor mva-loven)", 0),
        new(6, "6", "Ingen utgående avgift (utenfor mva-loven)", 0),
        new(31, "31", "Utgående avgift, middels sats", 15),
        new(32, "33", "Utgående avgift, lav sats", 12),
    ];
}
