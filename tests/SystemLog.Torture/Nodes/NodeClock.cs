namespace SystemLog.Torture.Nodes;

/// <summary>A clock that is wrong by a fixed time, and on which long waits are short: the engine looks at the database every 5 seconds and asks
/// schedules every 30, and neither interval is what is tested. Shorter waits, such as those between signs of life, keep their length.</summary>
internal sealed class NodeClock(TimeSpan skew, double quicken) : TimeProvider
{
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(5);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime >= _long ? dueTime / quicken : dueTime, period);
}
