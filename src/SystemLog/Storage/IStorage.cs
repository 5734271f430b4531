namespace SystemLog.Storage;

/// <summary>The database as a whole: made ready once, watched ever after.</summary>
public interface IStorage
{
    /// <summary>Gets the name shown in the control panel, such as "SQLite" or "PostgreSQL", without secrets.</summary>
    string Name { get; }

    /// <summary>Opens and migrates the database. Safe to call from several hosts at once, and again.</summary>
    /// <param name="waiting">Called with the reason when the call has to wait for another process.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="StorageException">The database does not answer or cannot be migrated.</exception>
    Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default);
}
