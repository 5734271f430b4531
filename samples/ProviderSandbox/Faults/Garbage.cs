namespace ProviderSandbox.Faults;

/// <summary>Bodies that no client expects.</summary>
public enum Garbage
{
    /// <summary>200 with a page of HTML where JSON belongs.</summary>
    Html,

    /// <summary>500 with JSON that ends in the middle.</summary>
    BrokenJson,

    /// <summary>500 with one megabyte of text.</summary>
    Megabyte,
}
