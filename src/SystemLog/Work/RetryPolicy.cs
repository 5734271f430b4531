namespace SystemLog.Work;

/// <summary>How long to wait before the next attempt, and when to give up. Pure.</summary>
/// <param name="Attempts">How many attempts there are in all, from 1.</param>
/// <param name="First">The pause after the first attempt.</param>
/// <param name="Longest">The longest pause.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan First, TimeSpan Longest)
{
    // Half of the pause is fixed and half is chance, so that what failed together is not tried together again.
    private const double Jitter = 0.5;

    /// <summary>Gets the policy of kinds that name none: twelve attempts, from five seconds doubling up to one hour: about five hours in all.</summary>
    public static RetryPolicy Default { get; } = new(12, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    /// <summary>Returns the pause after an attempt; null where that was the last.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="chance">A number from 0 up to 1, drawn anew for every pause.</param>
    /// <param name="retryAfter">What the other side asked for; it wins where it is longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The attempt is less than 1, or the chance outside 0 to 1.</exception>
    public TimeSpan? PauseAfter(int attempt, double chance, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);
        if (attempt >= Attempts)
        {
            return null;
        }

        // Beyond 2^30 any first pause has reached the longest.
        var grown = Math.Min(First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30)), Longest.TotalMilliseconds);
        var pause = TimeSpan.FromMilliseconds(grown * (1 - Jitter + (Jitter * chance)));
        return retryAfter > pause ? retryAfter : pause;
    }
}
