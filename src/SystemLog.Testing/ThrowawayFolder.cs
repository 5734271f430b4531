namespace SystemLog.Testing;

/// <summary>A folder for temporary files, deleted when it is disposed.</summary>
internal sealed class ThrowawayFolder : IDisposable
{
    /// <summary>Gets the path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("systemlog-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
