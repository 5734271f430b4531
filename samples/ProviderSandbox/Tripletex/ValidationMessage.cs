namespace ProviderSandbox.Tripletex;

/// <summary>One complaint of a validation; the field may be null, empty or an internal name.</summary>
internal sealed record ValidationMessage(string? Field, string Message)
{
    public const string IsNull = "Kan ikke være null.";
    public const string MustBeFilled = "Feltet må fylles ut.";
    public const string UnknownId = "ID-en må enten referere til et gyldig object eller være 0.";
    public const string UnknownField = "Feltet eksisterer ikke i objektet.";
    public const string WrongType = "Verdien er ikke av korrekt type for dette feltet.";
    public const string OrderNumberInUse = "Dette nummeret er i bruk på en annen ordre, tilbud eller prosjekt.";
    public const string CannotReceiveEhf = "Kunden kan ikke motta EHF-dokumenter";
    public const string InvalidVat = "Ugyldig mva-kode.";
}
