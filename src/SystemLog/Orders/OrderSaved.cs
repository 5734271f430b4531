namespace SystemLog.Orders;

/// <summary>What came of saving a change.</summary>
public enum OrderSaved
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>Nothing is saved: the order has changed meanwhile, or is there already.</summary>
    Conflict,

    /// <summary>Nothing is saved: a change with the command's id is there already.</summary>
    SameCommand,
}
