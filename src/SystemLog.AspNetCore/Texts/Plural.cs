using System.Globalization;

namespace SystemLog.AspNetCore.Texts;

/// <summary>A text that names a number: one form for one (in French for none too), one for all others; {0} is the number.</summary>
internal sealed record Plural(string One, string Other)
{
    public string For(long count, CultureInfo culture) =>
        string.Format(culture, IsOne(count, culture) ? One : Other, count.ToString("N0", culture));

    private static bool IsOne(long count, CultureInfo culture) => count == 1 || (count == 0 && culture.TwoLetterISOLanguageName == "fr");
}
