namespace DemoShop.TradingDay;

/// <summary>The clock of the demo: the script turns it through the day, and then, if it is let go, it runs on as real time.</summary>
internal sealed class DayClock : TimeProvider
{
    /// <summary>How long the shop is open.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(9);

    // A Monday of winter time: 08:00 to 17:00 in Norway.
    private static readonly DateTimeOffset FixedStart = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private readonly TimeProvider _real;
    private long _played;
    private bool _isReleased;

    private DayClock(TimeProvider real, DateTimeOffset start)
    {
        _real = real;
        Start = start;
        _played = start.UtcTicks;
    }

    /// <summary>Gets when the day began.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>A day that is the same in every run and never goes on.</summary>
    public static DayClock Fixed() => new(System, FixedStart);

    /// <summary>A day that ends now.</summary>
    public static DayClock EndingNow(TimeProvider real) => new(real, real.GetUtcNow() - Length);

    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref _isReleased) ? _real.GetUtcNow() : new DateTimeOffset(Interlocked.Read(ref _played), TimeSpan.Zero);

    /// <summary>Turns the clock forward to a time of the day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies behind the clock: the script is out of order.</exception>
    public void TurnTo(TimeSpan sinceStart)
    {
        var at = (Start + sinceStart).UtcTicks;
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Interlocked.Read(ref _played), nameof(sinceStart));
        Interlocked.Exchange(ref _played, at);
    }

    /// <summary>Lets the clock run on in real time.</summary>
    public void Release() => Volatile.Write(ref _isReleased, true);
}
