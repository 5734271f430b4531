namespace SystemLog.Work;

/// <summary>A kind of work and its limits.</summary>
/// <param name="Name">The name, such as "summary-mail". It is stored with the items: do not change it later.</param>
public sealed record WorkKind(string Name)
{
    /// <summary>Gets the version of the payload that the handler takes. The default is 1.</summary>
    public int PayloadVersion { get; init; } = 1;

    /// <summary>Gets how many items of the kind a node does at once. The default is 4.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>Gets how long a node holds an item without a sign of life. The default is 1 minute.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long an attempt may take. The default is 5 minutes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets when to try again, and when to give up.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;
}
