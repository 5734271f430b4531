using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Digests;

/// <summary>Writes a summary mail. A function of its arguments: no clock is read and nothing is asked for.</summary>
internal sealed class DigestWriter(ErrorCatalogue catalogue)
{
    /// <summary>Writes the mail in the language of a culture; in English where there are no texts in it.</summary>
    /// <exception cref="ArgumentException">The panel's address is not an absolute one of http or https.</exception>
    public DigestMail Write(DigestContent content, CultureInfo culture)
    {
        var texts = DigestTexts.In(culture);
        var format = new DigestFormat(culture, texts, content);
        var letter = new DigestComposer(catalogue, texts, format).Compose(content);
        return new(texts.Language, letter.Subject, TextLayout.Of(letter), HtmlLayout.Of(letter));
    }
}
