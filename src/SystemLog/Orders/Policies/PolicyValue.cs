namespace SystemLog.Orders.Policies;

/// <summary>A setting in force, and which level decided it.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="DecidedBy">The level.</param>
public readonly record struct PolicyValue<T>(T Value, PolicyLevel DecidedBy);
