namespace DemoShop.Orders;

/// <summary>The settlement of the till in the shop's only store, on Bryggen in Bergen. Amounts are in øre.</summary>
/// <param name="Number">Its number on the till.</param>
/// <param name="Day">The day it settles, as yyyy-MM-dd.</param>
/// <param name="Cash">Taken in cash.</param>
/// <param name="Card">Taken by card.</param>
/// <param name="SalesAccount">The account that takes the sales.</param>
public sealed record ZReport(string Number, string Day, long Cash, long Card, int SalesAccount)
{
    /// <summary>Gets the voucher's id in Tripletex; null until it is transferred.</summary>
    public long? TripletexId { get; init; }

    public long Total => Cash + Card;
}
