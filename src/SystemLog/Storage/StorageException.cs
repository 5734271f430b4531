namespace SystemLog.Storage;

/// <summary>The storage gave no proper answer: it is down, locked by another process, full or not yet migrated.</summary>
/// <param name="message">What happened, without secrets.</param>
/// <param name="isTransient">Whether the same call may succeed later.</param>
/// <param name="innerException">The driver's exception.</param>
public sealed class StorageException(string message, bool isTransient, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Gets whether the same call may succeed later.</summary>
    public bool IsTransient { get; } = isTransient;
}
