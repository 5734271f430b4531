namespace SystemLog.Digests;

/// <summary>What can be wrong with the settings of a summary mail.</summary>
public enum DigestFaultKind
{
    /// <summary>It is to be sent to nobody.</summary>
    NoRecipient,

    /// <summary>A recipient cannot be an address.</summary>
    NotAnAddress,

    /// <summary>There are more recipients than <see cref="DigestSettings.MaxRecipients"/>.</summary>
    TooManyRecipients,

    /// <summary>There is no such weekday.</summary>
    NoSuchWeekday,

    /// <summary>There is no such hour.</summary>
    NoSuchHour,

    /// <summary>There is no such time zone on this machine.</summary>
    NoSuchTimeZone,

    /// <summary>There are no texts in the language.</summary>
    NoSuchLanguage,
}
