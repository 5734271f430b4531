using System.Globalization;

namespace DemoShop.Orders;

/// <summary>Amounts as Norwegians write them: øre in the books, "1 249,00 kr" on the page.</summary>
internal static class Kroner
{
    private static readonly NumberFormatInfo Norwegian = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," };

    public static string Of(long minorUnits) => $"{(minorUnits / 100m).ToString("N2", Norwegian)}\u00A0kr";

    /// <summary>Reads what a person types: "1 249,50", "1249.50" or "1249".</summary>
    public static bool TryParse(string? text, out long minorUnits)
    {
        var plain = text?.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.');
        var isAmount = decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kroner) && kroner is > 0 and < 1_000_000;
        minorUnits = isAmount ? (long)(kroner * 100) : 0;
        return isAmount;
    }

    /// <summary>Writes an amount for a field of a form.</summary>
    public static string Plain(long minorUnits) => (minorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
