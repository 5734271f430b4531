namespace SystemLog;

/// <summary>One shop of the host. Its id leads every key and index.</summary>
public sealed class Shop
{
    /// <summary>Gets or sets the id, 1 to 64 letters, digits, '-', '_' or '.'.</summary>
    public required string Id { get; set; }

    /// <summary>Gets or sets the name shown in the control panel. The default is the id.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the time zone in which days begin. The default is UTC.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;
}
