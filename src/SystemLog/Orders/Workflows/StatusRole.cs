namespace SystemLog.Orders.Workflows;

/// <summary>What a status means, whatever a workflow calls it. Filters, suggestions and rules go by roles. Values are stored: never renumber.</summary>
public enum StatusRole
{
    /// <summary>The customer has ordered and not yet paid.</summary>
    AwaitingPayment = 1,

    /// <summary>The payment was declined, aborted or ran out.</summary>
    PaymentFailed = 2,

    /// <summary>Somebody with the right has to approve it first.</summary>
    AwaitingApproval = 3,

    /// <summary>It is there and nobody has begun.</summary>
    New = 4,

    /// <summary>Somebody is at work on it.</summary>
    InProgress = 5,

    /// <summary>The work is done; it waits to leave or to be fetched.</summary>
    Ready = 6,

    /// <summary>The customer has it.</summary>
    Fulfilled = 7,

    /// <summary>The invoice is written.</summary>
    Invoiced = 8,

    /// <summary>It was called off.</summary>
    Cancelled = 9,

    /// <summary>It was turned down.</summary>
    Rejected = 10,

    /// <summary>It cannot go on until somebody has looked at it.</summary>
    Faulted = 11,

    /// <summary>It is put away.</summary>
    Archived = 12,
}
