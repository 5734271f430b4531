namespace SystemLog.Orders.Workflows.BuiltIn;

/// <summary>What the built-in workflows suggest for the money.</summary>
internal static class MoneyHints
{
    /// <summary>Draw what is reserved: the goods leave the house.</summary>
    /// <param name="transition">The transition.</param>
    /// <param name="to">The only status to suggest it for; null for every one.</param>
    public static TransitionBuilder SuggestCapture(this TransitionBuilder transition, string? to = null) =>
        transition.Suggest(PaymentHint.Capture, to, PaymentState.Authorized, PaymentState.PartiallyCaptured);

    /// <summary>Let go what is reserved: nothing will be delivered.</summary>
    public static TransitionBuilder SuggestRelease(this TransitionBuilder transition) =>
        transition.Suggest(PaymentHint.CancelAuthorization, null, PaymentState.Authorized);

    /// <summary>Let go what is reserved, pay back what is drawn: nothing will be delivered.</summary>
    public static TransitionBuilder SuggestReleaseOrRefund(this TransitionBuilder transition) => transition.SuggestRelease()
        .Suggest(PaymentHint.Refund, null, PaymentState.PartiallyCaptured, PaymentState.Captured, PaymentState.PartiallyRefunded);
}
