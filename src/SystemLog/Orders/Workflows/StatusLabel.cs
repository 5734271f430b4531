namespace SystemLog.Orders.Workflows;

/// <summary>What a status is called in a language.</summary>
/// <param name="Staff">To those who work with it.</param>
/// <param name="Customer">To the customer.</param>
public sealed record StatusLabel(string Staff, string Customer);
