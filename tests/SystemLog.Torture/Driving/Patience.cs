using System.Globalization;

namespace SystemLog.Torture.Driving;

/// <summary>Waits for something by looking, the longer the less often.</summary>
internal static class Patience
{
    // A machine with two cores and eight processes is slow; nothing good takes longer than this.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks until it is so.</summary>
    /// <exception cref="TimeoutException">It was not so for two minutes.</exception>
    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        if (!await UntilAsync(_limit, isSo))
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{what}: not within {_limit.TotalSeconds} seconds."));
        }
    }

    /// <summary>Looks until it is so, at most for a while, and returns whether it came to be so.</summary>
    public static async Task<bool> UntilAsync(TimeSpan atMost, Func<Task<bool>> isSo)
    {
        var begun = TimeProvider.System.GetTimestamp();
        for (var pause = _shortest; !await isSo(); pause = pause * 2 < _longest ? pause * 2 : _longest)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > atMost)
            {
                return false;
            }

            await Task.Delay(pause, TimeProvider.System);
        }

        return true;
    }

    /// <summary>Looks until a number is zero; it may take long where the number keeps changing.</summary>
    /// <exception cref="TimeoutException">The number was the same for two minutes.</exception>
    public static async Task UntilNoneAsync(string what, Func<Task<long>> count)
    {
        for (var before = long.MaxValue; before > 0;)
        {
            var now = before;
            await UntilAsync($"{before} {what}", async () => (now = await count()) != before || now == 0);
            before = now;
        }
    }
}
