namespace SystemLog.Catalogue;

/// <summary>How sure an explanation is.</summary>
public enum Match
{
    /// <summary>Nothing matched; the provider's own words are all there is.</summary>
    None,

    /// <summary>A general reading of status or transport.</summary>
    General,

    /// <summary>A rule written for this error.</summary>
    Rule,
}
