namespace SystemLog.Smtp.Tests.Bounces;

/// <summary>
/// A public collection of real bounces, where the machine has one: the folder that SYSTEMLOG_BOUNCES names. The project holds only
/// what an independent parser, or a person, reads in them.
/// </summary>
internal static class BounceCollection
{
    private const string Variable = "SYSTEMLOG_BOUNCES";

    /// <summary>Gets the folder; null where there is none.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { } named && Directory.Exists(named) ? named : null;

    /// <summary>Gets what to say where there is none; null where there is one.</summary>
    public static string? Missing => Folder is null ? $"No collection of bounces: name a folder with its .eml files in {Variable}." : null;

    /// <summary>Returns a mail of the collection.</summary>
    public static byte[] Mail(string name) => File.ReadAllBytes(Path.Combine(Folder!, name + ".eml"));

    /// <summary>Returns the names of the mails.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder!, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>Returns the rows of a table of facts.</summary>
    public static List<string[]> Facts(string table)
    {
        using var reader = new StreamReader(typeof(BounceCollection).Assembly.GetManifestResourceStream(table)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
