using System.Data.Common;
using SystemLog.Orders.Notices;

namespace SystemLog.Orders;

/// <summary>What comes with a change of status.</summary>
public sealed record ChangeOptions
{
    /// <summary>The most characters a reason may have.</summary>
    public const int MaxReasonLength = 1_000;

    /// <summary>The most characters a note may have.</summary>
    public const int MaxNoteLength = 4_000;

    /// <summary>The most characters an id may have.</summary>
    public const int MaxIdLength = 128;

    /// <summary>Gets the options of a change that needs none.</summary>
    public static ChangeOptions None { get; } = new();

    /// <summary>Gets the status to go to, where the transition leaves it open.</summary>
    public string? To { get; init; }

    /// <summary>Gets the reason, at most 1,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the id of the command, at most 128 characters: the same id twice in a shop is one change.</summary>
    public string? CommandId { get; init; }

    /// <summary>Gets the version the caller has seen: where the order has another one by now, nothing is changed.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Gets whether the customer is told: true, false, or null as the rules have it.</summary>
    public bool? Notify { get; init; }

    /// <summary>Gets how the customer is told. The default is by e-mail.</summary>
    public MessageChannels Channels { get; init; } = MessageChannels.Email;

    /// <summary>Gets what the customer is told beside the status, at most 4,000 characters.</summary>
    public string? CustomerNote { get; init; }

    /// <summary>Gets a note for the staff, at most 4,000 characters.</summary>
    public string? InternalNote { get; init; }

    /// <summary>Gets the id of the issue that stops the order.</summary>
    public string? Issue { get; init; }

    /// <summary>Gets the id that ties the change to what else happens for the same cause, at most 128 characters.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets the host's own connection with its transaction open, where the change is to be written together with the host's own rows: it is there
    /// when that transaction commits. On SQLite only a connection that our storage hands out.</summary>
    public DbConnection? Connection { get; init; }
}
