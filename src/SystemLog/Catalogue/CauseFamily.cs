namespace SystemLog.Catalogue;

/// <summary>What kind of trouble a cause is, for a label and a filter.</summary>
public enum CauseFamily
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Data of the order or the customer are missing or wrong.</summary>
    Data,

    /// <summary>Settings, keys or rights are wrong.</summary>
    Settings,

    /// <summary>The line or the provider failed for a while.</summary>
    Connectivity,

    /// <summary>The provider, the bank or the recipient decided so.</summary>
    Decision,

    /// <summary>Too late, already done, or not possible in this state.</summary>
    State,

    /// <summary>Amounts do not agree.</summary>
    Amount,
}
