namespace SystemLog.Storage;

/// <summary>The states of the storage.</summary>
public enum StorageState
{
    /// <summary>Not yet opened and migrated.</summary>
    Starting,

    /// <summary>Another process holds the file; reports wait in memory until it lets go.</summary>
    WaitingForLock,

    /// <summary>Reads and writes.</summary>
    Ready,

    /// <summary>Does not answer; reports wait in memory.</summary>
    Unavailable,
}
