using SystemLog.Subjects;

namespace SystemLog.Orders.Customers;

/// <summary>An order as its customer may see it.</summary>
public sealed record CustomerOrder
{
    /// <summary>Gets which order it is.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Gets when it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>Gets its total.</summary>
    public Money? Total { get; init; }

    /// <summary>Gets what its status is called to the customer; the last that the customer may see.</summary>
    public required string Status { get; init; }

    /// <summary>Gets since when it has that status.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets the part of its history that the customer may see, newest first.</summary>
    public required IReadOnlyList<CustomerOrderStep> History { get; init; }

    /// <summary>Gets the carrier, once the goods have left.</summary>
    public string? Carrier { get; init; }

    /// <summary>Gets the tracking number, once the goods have left.</summary>
    public string? TrackingNumber { get; init; }
}
