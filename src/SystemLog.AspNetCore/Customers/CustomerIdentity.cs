using SystemLog.Orders;

namespace SystemLog.AspNetCore.Customers;

/// <summary>A customer of a shop.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="CustomerId">The id by which the host knows the customer: that of <see cref="OrderCustomer.Id"/> in what it tells of orders.</param>
public sealed record CustomerIdentity(string Shop, string CustomerId);
