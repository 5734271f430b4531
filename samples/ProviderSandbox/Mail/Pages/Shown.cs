using System.Globalization;

namespace ProviderSandbox.Mail.Pages;

/// <summary>What a page shows of a mail: no more than a browser bears.</summary>
internal static class Shown
{
    private const int ShortLimit = 300;
    private const int LongLimit = 200_000;

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Size(int bytes) => bytes < 1000 ? $"{bytes} B" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} kB");

    public static string Short(string text) => Cut(text, ShortLimit, "…");

    public static string Long(string text) => Cut(text, LongLimit, "\n… the rest is in the file.");

    private static string Cut(string text, int limit, string end) => text.Length <= limit ? text : text[..limit] + end;
}
