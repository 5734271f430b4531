namespace SystemLog.Torture.Nodes;

/// <summary>What a node queues.</summary>
/// <param name="Items">How many items; null for as many as it can until it is stopped.</param>
/// <param name="Batch">How many in one call.</param>
/// <param name="Pause">How long it pauses between two calls.</param>
/// <param name="OwnOrderKeys">How many order keys it has for itself.</param>
/// <param name="SharedOrderKeys">How many order keys it shares with the other nodes.</param>
internal sealed record Feed(int? Items, int Batch, TimeSpan Pause, int OwnOrderKeys, int SharedOrderKeys);
