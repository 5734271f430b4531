namespace ProviderSandbox.Vipps;

/// <summary>One entry of a payment's event log.</summary>
/// <param name="Name">CREATED, AUTHORIZED, CAPTURED, CANCELLED, REFUNDED or TERMINATED.</param>
/// <param name="PspReference">The event's own reference.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="At">When it happened.</param>
/// <param name="IdempotencyKey">The key of the call behind it, if any.</param>
internal sealed record VippsEvent(string Name, string PspReference, long Amount, DateTimeOffset At, string? IdempotencyKey);
