using System.Globalization;

namespace SystemLog.AspNetCore.Http;

/// <summary>A time that a page handed out and its form brings back, in unix milliseconds.</summary>
internal static class FormTime
{
    /// <summary>Reads the time; a time to come counts as now.</summary>
    public static bool TryRead(string? text, DateTimeOffset now, out DateTimeOffset at)
    {
        at = default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return false;
        }

        at = milliseconds >= now.ToUnixTimeMilliseconds() ? now : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }
}
