namespace ProviderSandbox.Wire;

/// <summary>So many calls per key in a window that starts with the key's first call.</summary>
internal sealed class RateLimit(int permits, TimeSpan window)
{
    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _windows = [];

    public int Permits => permits;

    /// <summary>Counts a call. What remains is negative when the call is one too many.</summary>
    public (int Remaining, TimeSpan Reset) Count(string key, DateTimeOffset now)
    {
        var (start, used) = _windows.GetValueOrDefault(key);
        if (used == 0 || now - start >= window)
        {
            (start, used) = (now, 0);
        }

        // A refused call does not prolong anything: it is not counted beyond one too many.
        used = Math.Min(used + 1, permits + 1);
        _windows[key] = (start, used);
        return (permits - used, start + window - now);
    }
}
