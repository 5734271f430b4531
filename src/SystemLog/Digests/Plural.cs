using System.Globalization;

namespace SystemLog.Digests;

/// <summary>A text that names a number: one form for one (in French for none too), one for all others; {0} is the number.</summary>
internal sealed record Plural(string One, string Other)
{
    /// <summary>Returns the text for a number; what else it names is {1}.</summary>
    public string For(int count, CultureInfo culture, string? more = null)
    {
        var isOne = count == 1 || (count == 0 && culture.TwoLetterISOLanguageName == "fr");
        return string.Format(culture, isOne ? One : Other, count.ToString("N0", culture), more);
    }
}
