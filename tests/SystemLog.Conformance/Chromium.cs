namespace SystemLog.Conformance;

/// <summary>The browser of the machine; none is ever downloaded.</summary>
public static class Chromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Gets the arguments it needs as root, and those that keep it from calling home.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Gets the program: what SYSTEMLOG_CHROMIUM names, or the first on the path; null where there is none.</summary>
    public static string? Executable { get; } = Find();

    /// <summary>Gets what to say where there is none; null where there is one.</summary>
    public static string? Missing => Executable is null ? "No Chromium: install it (apt-get install chromium) or name one in SYSTEMLOG_CHROMIUM." : null;

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SYSTEMLOG_CHROMIUM");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        var candidates = from name in s_names from folder in folders select Path.Combine(folder, name);
        return candidates.Prepend(named).FirstOrDefault(File.Exists);
    }
}
