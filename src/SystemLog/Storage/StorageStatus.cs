namespace SystemLog.Storage;

/// <summary>How the storage fares, as the writer and the control panel see it.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it came into that state.</param>
/// <param name="Reason">Why, in a sentence; null when ready.</param>
public sealed record StorageStatus(StorageState State, DateTimeOffset Since, string? Reason = null);
