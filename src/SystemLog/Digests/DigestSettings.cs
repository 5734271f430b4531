using SystemLog.Catalogue;

namespace SystemLog.Digests;

/// <summary>What a shop has set about its summary mail.</summary>
public sealed record DigestSettings
{
    /// <summary>How many recipients there may be.</summary>
    public const int MaxRecipients = 20;

    /// <summary>Gets whether it is sent. The default is no.</summary>
    public bool IsOn { get; init; }

    /// <summary>Gets the weekday of a weekly mail; null, the default, for every day.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Gets the hour on the clocks of the zone, 0 to 23. The default is 7.</summary>
    public int Hour { get; init; } = 7;

    /// <summary>Gets the time zone, such as "Europe/Oslo"; null, the default, for the shop's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the addresses that get it, at most <see cref="MaxRecipients"/>. The default is none.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Gets the language, one of <see cref="Languages.Complete"/>. The default is English.</summary>
    public string Language { get; init; } = Languages.English;

    /// <summary>Gets whether it is sent when nothing is untreated too. The default is no.</summary>
    public bool AlsoWhenEmpty { get; init; }
}
