namespace SystemLog.AspNetCore.Customers;

/// <summary>Marks an endpoint that shows customers their orders, so that none stands open.</summary>
internal sealed record CustomerEndpoint;
