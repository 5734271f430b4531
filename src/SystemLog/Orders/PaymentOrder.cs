using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>The payload of work that asks for something to be done with the money.</summary>
internal sealed record PaymentOrder(PaymentHint Operation);
