namespace SystemLog.Orders.Workflows;

/// <summary>Whether a transition tells an audience.</summary>
public enum NoticeRule
{
    /// <summary>Never, and nobody can switch it on.</summary>
    Never,

    /// <summary>Not unless the shop or the person who makes the change wants it.</summary>
    Off,

    /// <summary>Unless somebody has switched it off.</summary>
    On,

    /// <summary>Always: nobody can switch it off.</summary>
    Mandatory,
}
