namespace SystemLog.Digests;

/// <summary>What came of saving settings.</summary>
public abstract record DigestSaveResult
{
    private DigestSaveResult()
    {
    }

    /// <summary>They are saved.</summary>
    public sealed record Saved : DigestSaveResult;

    /// <summary>They cannot be what is meant; nothing was changed.</summary>
    /// <param name="Faults">Everything that is wrong.</param>
    public sealed record Refused(IReadOnlyList<DigestFault> Faults) : DigestSaveResult;

    /// <summary>Somebody else has saved meanwhile; nothing was changed.</summary>
    /// <param name="Current">What stands there now.</param>
    public sealed record Conflict(DigestState Current) : DigestSaveResult;
}
