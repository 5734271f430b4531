using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SystemLog.Storage;

/// <summary>Where a page begins: after the row with this time and id, in a list sorted by time, newest first.</summary>
/// <param name="At">The time of the last row shown.</param>
/// <param name="Id">The id of the last row shown, which settles equal times.</param>
public sealed record PageKey(DateTimeOffset At, string Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PageKey? key)
    {
        key = null;
        var dash = text?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        if (dash < 1 || dash > 16 || text!.Length > 256 || text.Length == dash + 1
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        key = new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), text[(dash + 1)..]);
        return true;
    }

    /// <summary>Writes the key for an address.</summary>
    public override string ToString() => $"{At.ToUnixTimeMilliseconds()}_{Id}";
}
