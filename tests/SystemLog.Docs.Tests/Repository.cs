namespace SystemLog.Docs.Tests;

/// <summary>The pages of this repository, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>Every page that may hold code, by its path from the root.</summary>
    public static IEnumerable<string> Pages { get; } =
        [.. new[] { "README.md", "CONTRIBUTING.md" }
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)))
            .Concat(Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetRelativePath(Root, Path.Combine(folder, "README.md"))))
            .Where(page => File.Exists(Path.Combine(Root, page)))
            .Select(page => page.Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");

    public static void Write(string page, string text) => File.WriteAllText(Path.Combine(Root, page), text);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SystemLog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No SystemLog.sln above {AppContext.BaseDirectory}.");
    }
}
