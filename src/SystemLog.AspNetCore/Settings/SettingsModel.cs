using SystemLog.Digests;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Settings;

/// <summary>What the settings page shows.</summary>
/// <param name="State">What stands there now.</param>
/// <param name="Form">The fields.</param>
/// <param name="Sent">The mails sent, the last first.</param>
internal sealed record SettingsModel(DigestState State, SettingsForm Form, Page<SentDigest> Sent)
{
    /// <summary>Gets whether it is the first page of mails.</summary>
    public bool IsFirstPage { get; init; } = true;

    /// <summary>Gets whether the host can send mail at all.</summary>
    public bool CanSend { get; init; }

    /// <summary>Gets why nothing was saved.</summary>
    public IReadOnlyList<DigestFault> Faults { get; init; } = [];

    /// <summary>Gets whether somebody else has saved meanwhile.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Gets the address that a test goes to.</summary>
    public string TestTo { get; init; } = "";

    /// <summary>Gets whether that cannot be an address.</summary>
    public bool IsTestRefused { get; init; }
}
