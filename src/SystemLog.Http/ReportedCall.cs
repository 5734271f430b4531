using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Http;

/// <summary>What a call is about, so that a failure of it becomes an issue of the right order.</summary>
public sealed record ReportedCall
{
    /// <summary>Gets what is tried: one of <see cref="Operations"/> or the host's own word.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets what it is tried for.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets the shop. The default is the host's default shop.</summary>
    public string? Shop { get; init; }

    /// <summary>Gets the address of the subject in the host's admin.</summary>
    public string? Link { get; init; }

    /// <summary>Gets the amount as the shop has it, where it differs from the provider's.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>Gets the amount as the provider has it, where it differs from the shop's.</summary>
    public Money? ProviderAmount { get; init; }

    /// <summary>Gets which attempt this is, from 1; null where the host does not count.</summary>
    public int? Attempt { get; init; }
}
