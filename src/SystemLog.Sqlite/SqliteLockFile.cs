using System.Globalization;

namespace SystemLog.Sqlite;

/// <summary>
/// The right to write to the database, held by one process at a time. SQLite itself would let two in, and then the checkpoints of one could
/// meet the writes of the other, which versions before 3.51.3 do not survive (the WAL-reset bug).
/// </summary>
internal sealed class SqliteLockFile : IDisposable
{
    private readonly FileStream _file;
    private readonly string _pidPath;

    private SqliteLockFile(FileStream file, string pidPath)
    {
        _file = file;
        _pidPath = pidPath;
    }

    /// <summary>Takes the lock; null where another process has it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static SqliteLockFile? TryTake(string path)
    {
        FileStream file;
        try
        {
            file = SqliteFile.OpenPrivately(path, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }

        // Beside the lock, because nobody else can read a file that is locked.
        File.WriteAllText(PidPath(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new(file, PidPath(path));
    }

    /// <summary>Says who holds the lock.</summary>
    public static string Holder(string path)
    {
        try
        {
            return $"Another process (pid {int.Parse(File.ReadAllText(PidPath(path)), CultureInfo.InvariantCulture)})";
        }
        catch (Exception exception) when (exception is IOException or FormatException or UnauthorizedAccessException)
        {
            return "Another process";
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        File.Delete(_pidPath);
        _file.Dispose();
    }

    private static string PidPath(string path) => path + ".pid";
}
