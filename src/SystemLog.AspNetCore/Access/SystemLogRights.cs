namespace SystemLog.AspNetCore.Access;

/// <summary>What a person may do in the control panel. More come with features.</summary>
public static class SystemLogRights
{
    /// <summary>May see the pages.</summary>
    public const string View = "view";

    /// <summary>May solve, reopen, assign, mute and comment.</summary>
    public const string Solve = "solve";

    /// <summary>May see the redacted answers of providers.</summary>
    public const string SeePayload = "see-payload";
}
