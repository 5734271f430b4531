namespace SystemLog.AspNetCore.Shell;

/// <summary>What is known of an outage of the storage.</summary>
/// <param name="Reason">What the storage said, without secrets.</param>
/// <param name="IsTransient">Whether it may pass.</param>
/// <param name="Number">The number to quote.</param>
internal sealed record OutageModel(string Reason, bool IsTransient, string Number);
