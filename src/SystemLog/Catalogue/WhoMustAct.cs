namespace SystemLog.Catalogue;

/// <summary>Who can mend a failure.</summary>
public enum WhoMustAct
{
    /// <summary>The merchant or the shop's staff.</summary>
    Merchant,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The shop's developer.</summary>
    Developer,

    /// <summary>The provider.</summary>
    Provider,

    /// <summary>Nobody: it passes, or it is done already.</summary>
    Nobody,
}
