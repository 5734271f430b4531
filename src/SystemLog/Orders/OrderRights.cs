namespace SystemLog.Orders;

/// <summary>The rights that the built-in workflows ask for. A host may use its own words beside them.</summary>
public static class OrderRights
{
    /// <summary>May approve and reject orders ("Godkjenner").</summary>
    public const string Approver = "Approver";

    /// <summary>May take orders in, deliver, cancel and archive them.</summary>
    public const string OrderManager = "OrderManager";

    /// <summary>May begin and end production.</summary>
    public const string Production = "Production";

    /// <summary>May write invoices.</summary>
    public const string Invoicing = "Invoicing";

    /// <summary>May set any status, past the rules.</summary>
    public const string WorkflowAdmin = "WorkflowAdmin";

    /// <summary>The customer, for the customer's own orders. Nobody is given it: it follows from whose order it is.</summary>
    public const string CustomerSelf = "Customer.Self";

    /// <summary>Gets every right that can be given.</summary>
    public static IReadOnlyList<string> All { get; } = [Approver, OrderManager, Production, Invoicing, WorkflowAdmin];
}
