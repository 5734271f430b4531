using SystemLog.Conformance;

namespace SystemLog.Smtp.Tests.Bounces;

/// <summary>
/// A public collection of real bounces, not ours to keep here: used where SYSTEMLOG_BOUNCES names its folder, or where it lies beside the
/// repository. The project holds only what an independent parser, or a person, reads in them.
/// </summary>
internal static class BounceCollection
{
    /// <summary>What to say where there is none.</summary>
    public const string Missing = "No collection of bounces: it is not beside this repository (../shared/mail/bounces), and SYSTEMLOG_BOUNCES names no folder.";

    /// <summary>Gets the folder; null where there is none.</summary>
    public static string? Folder { get; } =
        Array.Find([Environment.GetEnvironmentVariable("SYSTEMLOG_BOUNCES"), RepositoryFolder.Shared("mail/bounces")], Directory.Exists);

    /// <summary>Gets the names of the mails.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder!, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>Returns a mail of the collection.</summary>
    public static byte[] Mail(string name) => File.ReadAllBytes(Path.Combine(Folder!, name + ".eml"));

    /// <summary>Returns the rows of a table of facts.</summary>
    public static List<string[]> Facts(string table)
    {
        using var reader = new StreamReader(typeof(BounceCollection).Assembly.GetManifestResourceStream(table)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
