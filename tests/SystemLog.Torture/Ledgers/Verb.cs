namespace SystemLog.Torture.Ledgers;

/// <summary>What a line of the ledger tells.</summary>
internal enum Verb
{
    /// <summary>A node has opened the database.</summary>
    Ready,

    /// <summary>A node says under which name its engine claims.</summary>
    Owner,

    /// <summary>The engine has told a node that an item is queued.</summary>
    Ack,

    /// <summary>A node queues no more.</summary>
    Fed,

    /// <summary>A node has queued the last period of the calendar.</summary>
    Asked,

    /// <summary>A handler was called.</summary>
    Begin,

    /// <summary>What a handler is for has happened: stands for the mail, the capture.</summary>
    Effect,

    /// <summary>A handler has reported an outcome to the engine.</summary>
    Reported,

    /// <summary>The engine asks the store to write about an attempt.</summary>
    Ask,

    /// <summary>The store has written it: it is visible to everyone.</summary>
    Yes,

    /// <summary>The store has refused it.</summary>
    No,

    /// <summary>The driver has killed a node, and it is gone.</summary>
    Kill,

    /// <summary>The driver has frozen a node.</summary>
    Stop,

    /// <summary>The driver is about to let a frozen node go on.</summary>
    Cont,
}
