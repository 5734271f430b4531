using Microsoft.Data.Sqlite;

namespace SystemLog.Sqlite;

/// <summary>The file the host named, and how it is opened for writing and for reading.</summary>
internal sealed class SqliteFile
{
    private SqliteFile(SqliteConnectionStringBuilder settings)
    {
        Path = System.IO.Path.GetFullPath(settings.DataSource);
        settings.DataSource = Path;
        settings.Cache = SqliteCacheMode.Private;
        settings.Mode = SqliteOpenMode.ReadWriteCreate;
        settings.Pooling = false;
        settings.ForeignKeys = true;
        settings.DefaultTimeout = (int)BusyTimeout.TotalSeconds;
        WriterConnectionString = settings.ToString();
        settings.Mode = SqliteOpenMode.ReadOnly;
        settings.Pooling = true;
        ReaderConnectionString = settings.ToString();
    }

    /// <summary>Gets how long a connection waits for another: long enough for a checkpoint on a slow disk.</summary>
    public static TimeSpan BusyTimeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Gets the path of the file that says which process may write.</summary>
    public string LockPath => Path + ".lock";

    /// <summary>Gets the connection string of the one connection that writes.</summary>
    public string WriterConnectionString { get; }

    /// <summary>Gets the connection string of those that read.</summary>
    public string ReaderConnectionString { get; }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It names no file, or a database in memory.</exception>
    public static SqliteFile Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.DataSource.Length == 0 || settings.Mode == SqliteOpenMode.Memory
            || settings.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            || settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{settings.DataSource}' is not a file that SystemLog can keep its data in: name one, such as \"Data Source=systemlog.db\". "
                + "A database in memory would be lost, and be another one for each connection.",
                nameof(connectionString));
        }

        return new(settings);
    }

    /// <summary>Makes the database's file, where there is none, so that only the host's user reads it.</summary>
    public void Create() => OpenPrivately(Path, FileShare.ReadWrite).Dispose();

    /// <summary>Opens a file, making it so that only the host's user reads it.</summary>
    public static FileStream OpenPrivately(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
