namespace SystemLog.Work;

/// <summary>The states of an item of work. Values are stored: never renumber.</summary>
public enum WorkState
{
    /// <summary>Waits for its time, or for an earlier item of its order key.</summary>
    Waiting = 0,

    /// <summary>Is being done by the node that holds the lease.</summary>
    Running = 1,

    /// <summary>Done.</summary>
    Succeeded = 2,

    /// <summary>Failed for good; a person may run it again.</summary>
    Failed = 3,

    /// <summary>May or may not have been done; nothing happens before a person or a look-up decides.</summary>
    Unknown = 4,

    /// <summary>Put aside: nobody here knows how to do it.</summary>
    Parked = 5,

    /// <summary>Given up by a person.</summary>
    Cancelled = 6,
}
