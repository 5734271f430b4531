namespace SystemLog.Orders.Workflows;

/// <summary>How far the payment of an order has come.</summary>
public enum PaymentState
{
    /// <summary>There is none, or it is paid outside the shop.</summary>
    None,

    /// <summary>The customer is at it.</summary>
    Pending,

    /// <summary>It was declined, aborted or ran out.</summary>
    Failed,

    /// <summary>The money is reserved.</summary>
    Authorized,

    /// <summary>A part of the reserved money is drawn.</summary>
    PartiallyCaptured,

    /// <summary>The money is drawn.</summary>
    Captured,

    /// <summary>A part of the money is paid back.</summary>
    PartiallyRefunded,

    /// <summary>The money is paid back.</summary>
    Refunded,

    /// <summary>The reserved money was let go.</summary>
    Cancelled,
}
