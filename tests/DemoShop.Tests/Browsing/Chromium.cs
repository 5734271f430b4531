namespace DemoShop.Tests.Browsing;

/// <summary>The browser of the machine; none is ever downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static readonly IReadOnlyList<string> Arguments =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>The program: what SYSTEMLOG_CHROMIUM names, or the first on the path; null where there is none.</summary>
    public static string? Executable { get; } = Find();

    /// <summary>What to say where there is none.</summary>
    public static string? Missing => Executable is null ? "No Chromium: install it (apt-get install chromium) or name one in SYSTEMLOG_CHROMIUM." : null;

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SYSTEMLOG_CHROMIUM");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        var candidates = from name in Names from folder in folders select Path.Combine(folder, name);
        return candidates.Prepend(named).FirstOrDefault(File.Exists);
    }
}
