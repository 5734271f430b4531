using SystemLog.Orders;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

public sealed class RefusalTests
{
    private static readonly OrderWorkflow Impleo = OrderWorkflow.Impleo;

    private static TransitionFacts NoRights => Facts.Good() with { Rights = new HashSet<string>() };

    [Fact]
    public void Every_unmet_guard_and_the_missing_right_are_given_at_once()
    {
        var facts = NoRights with { OpenIssues = 2, StatusSince = Facts.Good().Now };
        facts = facts with { Order = facts.Order with { ExpectsInvoice = true } };

        var decision = Impleo.Decide("Delivered", "Archive", facts);

        decision.IsAllowed.Should().BeFalse();
        Words(decision, "Delivered").Should().Equal("MissingRight (OrderManager)", "SomethingOpen", "TooFresh", "InvoiceExpected", "NotFullyCaptured");
    }

    [Theory]
    [InlineData("PaymentPending", "ConfirmPayment", "NotCovered")]
    [InlineData("PaymentPending", "FailPayment", "PaymentNotRefused")]
    [InlineData("PaymentFailed", "RetryPayment", "NoPaymentAttempt")]
    [InlineData("PaymentPending", "Cancel", "OperationInFlight")]
    [InlineData("NotApproved", "Approve", "OwnOrder")]
    [InlineData("NotApproved", "Reject", "ReasonMissing")]
    [InlineData("NotApproved", "Cancel", "ReasonMissing")]
    [InlineData("Approved", "Cancel", "ReasonMissing")]
    [InlineData("Produced", "Cancel", "ReasonMissing")]
    [InlineData("Error", "Cancel", "ReasonMissing")]
    [InlineData("Approved", "Deliver", "NeedsProduction")]
    [InlineData("Delivered", "Invoice", "NoInvoiceNumber")]
    [InlineData("Delivered", "Archive", "NotFullyCaptured")]
    [InlineData("Invoiced", "Archive", "TooFresh")]
    [InlineData("Cancelled", "Archive", "MoneyReserved")]
    [InlineData("Processing", "Fail", "IssueMissing")]
    [InlineData("Archived", "Override", "ReasonTooShort")]
    public void A_guard_that_is_not_met_refuses_with_its_reason(string status, string trigger, string reason)
    {
        var good = Facts.Good(Facts.Customer);
        var bad = good.Paid(Facts.Authorized with { AuthorizedMinor = 1, HasOperationInFlight = true }) with
        {
            Reason = null, Issue = null, StatusSince = good.Now, Chosen = "Received", Policy = Facts.Policy(approverMustDiffer: true),
        };
        bad = bad with { Order = bad.Order with { NeedsProduction = true, InvoiceNumber = null } };

        var decision = Impleo.Decide(status, trigger, bad);

        decision.IsAllowed.Should().BeFalse();
        decision.Refusals(status).Select(refusal => refusal.Code).Should().Contain(reason);
    }

    [Fact]
    public void Cancelling_work_in_production_needs_both_rights()
    {
        var facts = Facts.Good() with { Rights = new HashSet<string> { OrderRights.OrderManager } };

        Words(Impleo.Decide("Processing", "Cancel", facts), "Processing").Should().Equal("MissingRight (OrderManager, Production)");
        Impleo.Decide("Approved", "Cancel", facts).IsAllowed.Should().BeTrue();
    }

    [Fact]
    public void The_customer_cancels_until_the_order_is_approved()
    {
        var facts = Facts.Good(Facts.Customer) with { Rights = new HashSet<string> { OrderRights.CustomerSelf } };

        Impleo.Decide("NotApproved", "Cancel", facts).IsAllowed.Should().BeTrue();
        Words(Impleo.Decide("Approved", "Cancel", facts), "Approved").Should().Equal("MissingRight (OrderManager)");
    }

    [Fact]
    public void What_only_the_system_or_only_a_person_does_is_refused_to_the_other()
    {
        Words(Impleo.Decide("Processing", "Fail", Facts.Good()), "Processing").Should().Equal("OnlyAutomatic");
        Words(Impleo.Decide("NotApproved", "Approve", Facts.Good(Actor.System)), "NotApproved").Should().Equal("OnlyManual");
    }

    [Fact]
    public void An_unknown_trigger_is_refused_with_those_that_exist()
    {
        var refusal = Impleo.Decide("Approved", "Explode", Facts.Good()).Refusals("Approved").Single();

        refusal.Code.Should().Be(RefusalCodes.UnknownTrigger);
        refusal.Values.Should().Equal(Impleo.Triggers.Select(trigger => trigger.Name));
    }

    [Fact]
    public void A_trigger_that_leads_nowhere_is_refused_with_the_present_status()
    {
        Words(Impleo.Decide("Delivered", "Cancel", Facts.Good()), "Delivered").Should().Equal("TransitionNotDefined (Delivered)");
    }

    [Theory]
    [InlineData(null, "TargetMissing")]
    [InlineData("Cancelled", "TargetNotAllowed")]
    [InlineData("Lost", "UnknownStatus")]
    public void A_chosen_status_must_be_among_those_to_choose_from(string? chosen, string code)
    {
        var decision = OrderWorkflow.DanDomain.Decide("InProgress", "SetStatus", Facts.Good() with { Chosen = chosen });

        decision.Refusals("InProgress").Single().Code.Should().Be(code);
        decision.IsAllowed.Should().BeFalse();
    }

    [Fact]
    public void Choosing_the_present_status_is_neither_a_change_nor_a_refusal()
    {
        var decision = OrderWorkflow.DanDomain.Decide("InProgress", "SetStatus", Facts.Good() with { Chosen = "under BEHANDLING" });

        decision.IsAlreadyThere.Should().BeTrue();
        decision.IsAllowed.Should().BeFalse();
        decision.Refusals("InProgress").Should().BeEmpty();
    }

    [Fact]
    public void From_a_status_that_is_not_defined_any_more_only_an_override_leads_on()
    {
        var facts = Facts.Good() with { Chosen = "Received" };

        Words(Impleo.Decide("OnHold", "Cancel", facts), "OnHold").Should().Equal("OrphanStatus (OnHold)");
        Impleo.Decide("OnHold", "Override", facts).To!.Code.Should().Be("Received");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("OnHold")]
    [InlineData("Archived")]
    public void An_error_is_not_left_for_a_status_that_nobody_remembers(string? before)
    {
        Words(Impleo.Decide("Error", "Resume", Facts.Good() with { StatusBeforeError = before }), "Error").Should().Equal("StatusBeforeUnknown");
    }

    private static IEnumerable<string> Words(Decision decision, string status) => decision.Refusals(status).Select(refusal => refusal.ToString());
}
