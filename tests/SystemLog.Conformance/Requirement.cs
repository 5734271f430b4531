namespace SystemLog.Conformance;

/// <summary>What a test needs from the machine: where it cannot be had, the test is skipped with the reason, or fails where nothing may be skipped.</summary>
public static class Requirement
{
    /// <summary>Set to 1, nothing is skipped.</summary>
    public const string RequireAll = "SYSTEMLOG_REQUIRE_ALL";

    /// <summary>Ends the test, unless there is no reason to.</summary>
    /// <param name="missing">What is missing and how to get it; null where nothing is.</param>
    public static void Met(string? missing)
    {
        if (missing is null)
        {
            return;
        }

        Assert.SkipUnless(Environment.GetEnvironmentVariable(RequireAll) == "1", missing);
        Assert.Fail($"{missing} ({RequireAll} is set, so this is a failure.)");
    }
}
