using System.Text.Json.Serialization;

namespace SystemLog.AspNetCore.Customers;

/// <summary>What the host's profile page gets.</summary>
/// <param name="Orders">The orders, the newest placed first.</param>
/// <param name="Next">What to send as "after" for the next page; null on the last.</param>
internal sealed record CustomerOrderList(IReadOnlyList<CustomerOrderList.Order> Orders, string? Next)
{
    internal sealed record Order(string Type, string Number, DateTimeOffset PlacedAt, string Status, DateTimeOffset Since)
    {
        public Amount? Total { get; init; }

        public string? Carrier { get; init; }

        public string? TrackingNumber { get; init; }

        public IReadOnlyList<Step> History { get; init; } = [];
    }

    /// <summary>An amount in minor units.</summary>
    internal sealed record Amount(long MinorUnits, string Currency);

    internal sealed record Step(string Status, DateTimeOffset At, string? Note);
}

[JsonSerializable(typeof(CustomerOrderList))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CustomerOrderJson : JsonSerializerContext;
