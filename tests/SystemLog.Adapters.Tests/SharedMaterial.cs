namespace SystemLog.Adapters.Tests;

/// <summary>Collections too large or not ours to keep here, used where they lie beside the repository.</summary>
internal static class SharedMaterial
{
    /// <summary>Returns the path of a file in the folder "shared" beside the repository; null where it is not there.</summary>
    public static string? Find(string path)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", path);
        return File.Exists(file) ? file : null;
    }
}
