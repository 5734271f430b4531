namespace DemoShop;

/// <summary>Where the demo keeps its two databases. It is emptied at each start, so that the demo is the same for everybody.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly string _path;
    private readonly FileStream? _claim;

    private DemoFolder(string path, FileStream? claim)
    {
        _path = path;
        _claim = claim;
    }

    /// <summary>Takes the folder "data" beside the program, or a temporary one where another demo is using it or nothing may be written.</summary>
    public static DemoFolder Usual()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data");
        try
        {
            Directory.CreateDirectory(path);
            var claim = new FileStream(Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            foreach (var file in Directory.EnumerateFiles(path).Where(file => file != claim.Name))
            {
                System.IO.File.Delete(file);
            }

            return new DemoFolder(path, claim);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Temporary();
        }
    }

    /// <summary>Makes a folder that is deleted at the end.</summary>
    public static DemoFolder Temporary() => new(Directory.CreateTempSubdirectory("demoshop-").FullName, null);

    /// <summary>Returns the full name of a file in the folder.</summary>
    public string File(string name) => Path.Combine(_path, name);

    public void Dispose()
    {
        if (_claim is null)
        {
            Directory.Delete(_path, recursive: true);
        }

        _claim?.Dispose();
    }
}
