using System.Globalization;

namespace SystemLog.AspNetCore.Texts;

/// <summary>A text that names a number: one form for one, one for all others; {0} is the number.</summary>
internal sealed record Plural(string One, string Other)
{
    public string For(long count, CultureInfo culture) =>
        string.Format(culture, count == 1 ? One : Other, count.ToString("N0", culture));
}
