using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>What the host tells of an order or booking when it hands it over: enough to decide about its status and its messages. It is kept beside
/// the status, so that deciding needs no call into the host.</summary>
public sealed record OrderSnapshot
{
    /// <summary>Gets the shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Gets which order it is.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets when it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>Gets its total; null for what has no price.</summary>
    public Money? Total { get; init; }

    /// <summary>Gets the host's class of orders it belongs to, such as "made-to-order", for policies of its own; 1 to 64 characters.</summary>
    public string? OrderClass { get; init; }

    /// <summary>Gets who placed it. The default is the system.</summary>
    public Actor? PlacedBy { get; init; }

    /// <summary>Gets whether who placed it may approve orders. The default is to ask <see cref="IRightsChecker"/>.</summary>
    public bool? PlacedByApprover { get; init; }

    /// <summary>Gets the customer.</summary>
    public OrderCustomer Customer { get; init; } = new();

    /// <summary>Gets its payment; null where nothing is paid through the shop.</summary>
    public OrderPayment? Payment { get; init; }

    /// <summary>Gets whether it has to be made or printed first. The default is true.</summary>
    public bool NeedsProduction { get; init; } = true;

    /// <summary>Gets whether an invoice is to be written for it. The default is false.</summary>
    public bool ExpectsInvoice { get; init; }

    /// <summary>Gets the number of its invoice.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Gets when a booking begins.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Gets the program it comes from, such as "Nettivaraus".</summary>
    public string? SourceApp { get; init; }

    /// <summary>Gets the version of that program.</summary>
    public string? SourceVersion { get; init; }

    /// <summary>Gets when it was last changed in the host.</summary>
    public DateTimeOffset? LastModifiedAt { get; init; }

    /// <summary>Gets the address of its page in the host's admin: http, https or a path on the site.</summary>
    public string? AdminUrl { get; init; }

    /// <summary>Gets the address of its page for the customer: http or https.</summary>
    public string? CustomerUrl { get; init; }
}
