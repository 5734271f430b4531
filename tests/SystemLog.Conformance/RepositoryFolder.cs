namespace SystemLog.Conformance;

/// <summary>This repository, found from where the tests run, and the collections that may lie beside it.</summary>
public static class RepositoryFolder
{
    private static readonly string? s_root = FindRoot();

    /// <summary>Gets the root of the repository.</summary>
    public static string Root => s_root ?? throw new InvalidOperationException($"No SystemLog.sln above {AppContext.BaseDirectory}.");

    /// <summary>Returns the path of what is too large or not ours to keep here, in the folder "shared" beside the repository; null where it is
    /// not there.</summary>
    public static string? Shared(string path)
    {
        var shared = s_root is null ? null : Path.Combine(s_root, "..", "shared", path);
        return Path.Exists(shared) ? shared : null;
    }

    private static string? FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SystemLog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
