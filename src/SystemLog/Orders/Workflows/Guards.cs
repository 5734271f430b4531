namespace SystemLog.Orders.Workflows;

/// <summary>The guards of the built-in workflows, for workflows of the host's own too.</summary>
public static class Guards
{
    /// <summary>How long the reason of an override must be, in characters: what replaces work on the database has to be explained.</summary>
    public const int OverrideReasonLength = 10;

    /// <summary>What is reserved and drawn makes up the total.</summary>
    public static Guard Covered { get; } = new(
        "Covered", "NotCovered",
        facts => facts.Order.Payment is { } payment && payment.AuthorizedMinor + payment.CapturedMinor >= (facts.Order.Total?.MinorUnits ?? 0));

    /// <summary>The customer pays in the shop and has not paid.</summary>
    public static Guard PaymentOutstanding { get; } = new(
        "PaymentOutstanding", "NoPaymentOutstanding", facts => facts.Order.Payment is { IsOnline: true } && !Covered.IsMet(facts));

    /// <summary>The customer has paid in the shop, or does not pay there.</summary>
    public static Guard NoPaymentOutstanding { get; } = PaymentOutstanding.Not();

    /// <summary>The shop approves orders.</summary>
    public static Guard ApprovalInUse { get; } = new("ApprovalInUse", "ApprovalNotInUse", facts => facts.Policy.UsesApproval.Value);

    /// <summary>The shop does not approve orders.</summary>
    public static Guard ApprovalNotInUse { get; } = ApprovalInUse.Not();

    /// <summary>The shop approves orders, who placed this one may not, and nobody has.</summary>
    public static Guard ApprovalNeeded { get; } = new(
        "ApprovalNeeded", "ApprovalNotNeeded", facts => facts.Policy.UsesApproval.Value && !facts.WasPlacedByApprover && !facts.IsApproved);

    /// <summary>The shop does not approve orders, who placed this one may, or somebody has.</summary>
    public static Guard ApprovalNotNeeded { get; } = ApprovalNeeded.Not();

    /// <summary>Who approves is not who placed the order, where the shop asks for that.</summary>
    public static Guard ApproverIsNotOrderer { get; } = new(
        "ApproverIsNotOrderer", "OwnOrder", facts => !facts.Policy.ApproverMustDiffer.Value || facts.Order.PlacedBy?.Id != facts.Actor.Id);

    /// <summary>A reason is given.</summary>
    public static Guard Reason { get; } = new("Reason", "ReasonMissing", facts => !string.IsNullOrWhiteSpace(facts.Reason)) { AsksForReason = 1 };

    /// <summary>A reason of at least <see cref="OverrideReasonLength"/> characters is given.</summary>
    public static Guard LongReason { get; } = new("LongReason", "ReasonTooShort", facts => facts.Reason?.Trim().Length >= OverrideReasonLength)
    {
        AsksForReason = OverrideReasonLength,
    };

    /// <summary>The provider has said that the payment was declined, aborted or ran out. A time-out is no such word.</summary>
    public static Guard PaymentRefused { get; } = new(
        "PaymentRefused", "PaymentNotRefused", facts => facts.Order.Payment?.State is PaymentState.Failed or PaymentState.Cancelled);

    /// <summary>The customer has begun to pay anew.</summary>
    public static Guard NewPaymentAttempt { get; } = new(
        "NewPaymentAttempt", "NoPaymentAttempt", facts => facts.Order.Payment?.State is PaymentState.Pending);

    /// <summary>No operation on the payment is on its way.</summary>
    public static Guard NoOperationInFlight { get; } = new(
        "NoOperationInFlight", "OperationInFlight", facts => facts.Order.Payment is not { HasOperationInFlight: true });

    /// <summary>A person does it, or the time after which the system may has passed.</summary>
    public static Guard TimeLimitPassed { get; } = new("TimeLimitPassed", "TooEarly", IsTimeLimitPassed);

    /// <summary>It is not the customer, or the booking begins late enough for the customer to call it off.</summary>
    public static Guard CancelNoticeKept { get; } = new(
        "CancelNoticeKept", "TooLate",
        facts => facts.Actor.Kind != ActorKind.Customer || facts.Order.StartsAt is not { } start || start - facts.Now >= facts.Policy.CancelNotice.Value);

    /// <summary>Nothing has to be made first.</summary>
    public static Guard NoProduction { get; } = new("NoProduction", "NeedsProduction", facts => !facts.Order.NeedsProduction);

    /// <summary>The invoice has a number.</summary>
    public static Guard InvoiceNumber { get; } = new("InvoiceNumber", "NoInvoiceNumber", facts => !string.IsNullOrWhiteSpace(facts.Order.InvoiceNumber));

    /// <summary>No invoice is to be written.</summary>
    public static Guard NoInvoiceExpected { get; } = new("NoInvoiceExpected", "InvoiceExpected", facts => !facts.Order.ExpectsInvoice);

    /// <summary>What is drawn is the total, whatever was paid back since; what costs nothing needs no payment.</summary>
    public static Guard FullyCaptured { get; } = new(
        "FullyCaptured", "NotFullyCaptured",
        facts => (facts.Order.Payment?.CapturedMinor ?? 0) == (facts.Order.Total?.MinorUnits ?? 0));

    /// <summary>No money is reserved any more.</summary>
    public static Guard NothingReserved { get; } = new(
        "NothingReserved", "MoneyReserved", facts => facts.Order.Payment is not { AuthorizedMinor: > 0 });

    /// <summary>Money is reserved or drawn, or the order is not paid in the shop.</summary>
    public static Guard MoneyInSight { get; } = new(
        "MoneyInSight", "NothingReservedYet",
        facts => facts.Order.Payment is not { IsOnline: true } payment || payment.AuthorizedMinor + payment.CapturedMinor > 0);

    /// <summary>What was paid in the shop is drawn.</summary>
    public static Guard CardCaptured { get; } = new(
        "CardCaptured", "CardNotCaptured",
        facts => facts.Order.Payment is not { IsOnline: true } payment || payment.CapturedMinor >= (facts.Order.Total?.MinorUnits ?? 0));

    /// <summary>No issue of the order is open, and no more money is drawn than it costs.</summary>
    public static Guard NothingOpen { get; } = new(
        "NothingOpen", "SomethingOpen",
        facts => facts.OpenIssues == 0 && !(facts.Order is { Payment: { } payment, Total: { } total } && payment.CapturedMinor - payment.RefundedMinor > total.MinorUnits))
    {
        LooksAtIssues = true,
    };

    /// <summary>The order has had its status for as long as the shop wants before it is put away.</summary>
    public static Guard OldEnough { get; } = new(
        "OldEnough", "TooFresh", facts => facts.Now - facts.StatusSince >= facts.Policy.ArchiveAfter.Value);

    /// <summary>The issue that stops the order is named.</summary>
    public static Guard IssueGiven { get; } = new("IssueGiven", "IssueMissing", facts => !string.IsNullOrWhiteSpace(facts.Issue));

    private static bool IsTimeLimitPassed(TransitionFacts facts) =>
        facts.Actor.IsPerson
        || (facts.Policy.CancelUnpaidAfter.Value is var limit && limit != Timeout.InfiniteTimeSpan && facts.Now - facts.StatusSince >= limit);
}
