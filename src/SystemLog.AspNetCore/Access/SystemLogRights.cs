using SystemLog.Orders;

namespace SystemLog.AspNetCore.Access;

/// <summary>What a person may do in the control panel. What a person may do to the status of orders is named in <see cref="OrderRights"/>.</summary>
public static class SystemLogRights
{
    /// <summary>May see the pages.</summary>
    public const string View = "view";

    /// <summary>May solve, reopen, assign, mute and comment, and write notes on orders.</summary>
    public const string Solve = "solve";

    /// <summary>May run background work again, and cancel it.</summary>
    public const string Operate = "operate";

    /// <summary>May change settings, and send a test of the summary mail.</summary>
    public const string Settings = "settings";

    /// <summary>May see the redacted answers of providers, and what background work was given.</summary>
    public const string SeePayload = "see-payload";
}
