namespace SystemLog.Rules.Tests;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Package> Packages { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => new Package(file))];

    public static TheoryData<string> PackageNames => [.. Packages.Select(package => package.Name)];

    public static Package Package(string name) => Packages.Single(package => package.Name == name);

    /// <summary>Every written file below a folder of the repository, by its path from the root; an absent folder has none.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions)
    {
        var path = Path.Combine(Root, folder);
        return !Directory.Exists(path)
            ? []
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => extensions.Contains(Path.GetExtension(file)) && !file.Split('/').Any(Generated.Contains))
                .Order(StringComparer.Ordinal);
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

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
