namespace SystemLog.Catalogue;

/// <summary>How a call failed that got no proper answer.</summary>
public enum FailureKind
{
    /// <summary>There was an answer, or what failed is none of the others.</summary>
    None,

    /// <summary>No answer came in time; whether the call was carried out is not known.</summary>
    Timeout,

    /// <summary>The other side refused the connection or could not be reached.</summary>
    Connection,

    /// <summary>The name of the host could not be resolved.</summary>
    Dns,

    /// <summary>The encrypted connection could not be agreed on.</summary>
    Tls,

    /// <summary>The connection broke while the answer was awaited; whether the call was carried out is not known.</summary>
    Broken,
}
