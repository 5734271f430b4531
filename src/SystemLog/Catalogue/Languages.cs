using System.Globalization;

namespace SystemLog.Catalogue;

/// <summary>The languages in which the catalogue speaks.</summary>
public static class Languages
{
    /// <summary>The language of last resort.</summary>
    public const string English = "en";

    /// <summary>Gets the languages in which every text stands.</summary>
    public static IReadOnlyList<string> Complete { get; } = [English, "nb", "da", "fi", "fr", "sv"];

    /// <summary>Returns the words for a provider whose name is not known.</summary>
    internal static string SomeProvider(string language) => language switch
    {
        "nb" => "leverandøren",
        "da" => "udbyderen",
        "sv" => "leverantören",
        "fi" => "palveluntarjoaja",
        "fr" => "le prestataire",
        _ => "the provider",
    };

    /// <summary>Returns the catalogue's word for a culture's language: Norwegian in any form is "nb".</summary>
    public static string Of(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "nb" or "nn" or "no" => "nb",
        var language => language,
    };
}
