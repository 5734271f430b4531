using SystemLog.Orders;

namespace SystemLog.AspNetCore.Access;

/// <summary>The claims that the built-in <see cref="IPanelAccess"/> reads.</summary>
public static class SystemLogClaims
{
    /// <summary>A shop the person sees, one claim per shop. A host with one shop needs none.</summary>
    public const string Shop = "systemlog:shop";

    /// <summary>A right, one of <see cref="SystemLogRights"/> or <see cref="OrderRights"/>, one claim per right. A person with none has View, Solve,
    /// Operate and Settings, and of the rights to orders OrderManager, Production and Invoicing.</summary>
    public const string Right = "systemlog:right";
}
