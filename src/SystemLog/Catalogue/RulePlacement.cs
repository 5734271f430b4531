namespace SystemLog.Catalogue;

/// <summary>Where a set of rules stands among the others.</summary>
public enum RulePlacement
{
    /// <summary>Among the rules of its source: the place of an adapter's rules.</summary>
    WithOurs,

    /// <summary>Before every rule of the adapters. A rule with the id of one of theirs takes its place.</summary>
    BeforeOurs,

    /// <summary>Before every rule of the adapters, and those of the same source are not used.</summary>
    InsteadOfOurs,
}
