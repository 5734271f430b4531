namespace SystemLog.Orders;

/// <summary>A change that nobody has been told of yet.</summary>
/// <param name="To">The status that takes it back.</param>
/// <param name="Cause">The cause of its messages.</param>
internal sealed record Reverting(string To, string Cause);
