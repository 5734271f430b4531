namespace ProviderSandbox.Klarna;

/// <summary>One refund of an order.</summary>
/// <param name="RefundId">Klarna's id.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="At">When it was refunded.</param>
/// <param name="Reference">The shop's reference of this refund, if sent.</param>
public sealed record KlarnaRefund(string RefundId, long Amount, DateTimeOffset At, string? Reference);
