namespace SystemLog.Orders;

/// <summary>The goods have left the house: a fact apart from the status, since a printed label is not a parcel that left.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who says so.</param>
public sealed record HandOver(DateTimeOffset At, Actor By)
{
    /// <summary>The most characters a carrier or tracking number may have.</summary>
    public const int MaxLength = 100;

    /// <summary>Gets the carrier, such as "Posten"; null where the customer fetched it.</summary>
    public string? Carrier { get; init; }

    /// <summary>Gets the tracking number.</summary>
    public string? TrackingNumber { get; init; }
}
