namespace SystemLog.Orders.Workflows;

/// <summary>What a transition suggests in a state of the payment.</summary>
/// <param name="State">The state of the payment.</param>
/// <param name="Hint">What is suggested.</param>
/// <param name="To">The only status it is suggested for, where the person chooses the status; null for every one.</param>
public sealed record PaymentHintRule(PaymentState State, PaymentHint Hint, string? To = null);
