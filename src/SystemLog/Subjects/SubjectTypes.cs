namespace SystemLog.Subjects;

/// <summary>The types of subject known by name. A host may use its own words beside them.</summary>
public static class SubjectTypes
{
    /// <summary>An order.</summary>
    public const string Order = "order";

    /// <summary>A booking or reservation.</summary>
    public const string Booking = "booking";

    /// <summary>The settlement of a till for a day.</summary>
    public const string ZReport = "zReport";

    /// <summary>A customer.</summary>
    public const string Customer = "customer";

    /// <summary>An integration itself, where an error is about no order (a webhook, a login).</summary>
    public const string Integration = "integration";
}
