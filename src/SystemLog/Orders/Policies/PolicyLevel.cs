namespace SystemLog.Orders.Policies;

/// <summary>Which setting decided. The later in this list wins.</summary>
public enum PolicyLevel
{
    /// <summary>The default of SystemLog or of the workflow.</summary>
    BuiltIn,

    /// <summary>The host's setting for all shops.</summary>
    AllShops,

    /// <summary>The host's setting for the shop.</summary>
    Shop,

    /// <summary>The host's setting for the class of orders in the shop.</summary>
    OrderClass,
}
