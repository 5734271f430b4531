using SystemLog.Orders;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

public sealed class GuardTests
{
    /// <summary>Facts by which a guard is met, and the same with the one difference by which it is not.</summary>
    private static readonly Dictionary<Guard, (TransitionFacts Met, TransitionFacts Unmet)> Cases = new()
    {
        [Guards.Covered] = (Good, Good.Paid(Facts.Authorized with { AuthorizedMinor = Facts.Total.MinorUnits - 1 })),
        [Guards.PaymentOutstanding] = (Good.Paid(new(PaymentState.Pending)), Good),
        [Guards.NoPaymentOutstanding] = (Good.Paid(new(PaymentState.None) { IsOnline = false }), Good.Paid(new(PaymentState.None))),
        [Guards.ApprovalInUse] = (Approving, Good),
        [Guards.ApprovalNotInUse] = (Good, Approving),
        [Guards.ApprovalNeeded] = (Approving, Approving with { IsApproved = true }),
        [Guards.ApprovalNotNeeded] = (Approving with { WasPlacedByApprover = true }, Approving),
        [Guards.ApproverIsNotOrderer] = (TwoPeople with { Actor = Facts.Clerk }, TwoPeople with { Actor = Facts.Customer }),
        [Guards.Reason] = (Good with { Reason = "x" }, Good with { Reason = "  " }),
        [Guards.LongReason] = (Good with { Reason = "ten signs!" }, Good with { Reason = "nine sign " }),
        [Guards.PaymentRefused] = (Good.Paid(new(PaymentState.Failed)), Good.Paid(new(PaymentState.Pending))),
        [Guards.NewPaymentAttempt] = (Good.Paid(new(PaymentState.Pending)), Good.Paid(new(PaymentState.Failed))),
        [Guards.NoOperationInFlight] = (Good, Good.Paid(Facts.Authorized with { HasOperationInFlight = true })),
        [Guards.TimeLimitPassed] = (Good with { Actor = Actor.System }, Good with { Actor = Actor.System, StatusSince = Good.Now.AddHours(-23) }),
        [Guards.CancelNoticeKept] = (Booking with { Now = Any.Noon.AddHours(24) }, Booking with { Now = Any.Noon.AddHours(25) }),
        [Guards.NoProduction] = (Good, With(order => order with { NeedsProduction = true })),
        [Guards.InvoiceNumber] = (Good, With(order => order with { InvoiceNumber = " " })),
        [Guards.NoInvoiceExpected] = (Good, With(order => order with { ExpectsInvoice = true })),
        [Guards.FullyCaptured] = (Good.Paid(Facts.Captured), Good),
        [Guards.NothingReserved] = (Good.Paid(Facts.Captured), Good),
        [Guards.MoneyInSight] = (Good, Good.Paid(new(PaymentState.Failed))),
        [Guards.CardCaptured] = (Good.Paid(Facts.Captured), Good),
        [Guards.NothingOpen] = (Good, Good with { OpenIssues = 1 }),
        [Guards.OldEnough] = (Good, Good with { StatusSince = Good.Now.AddDays(-89) }),
        [Guards.IssueGiven] = (Good, Good with { Issue = null }),
    };

    public static TheoryData<string> Names => [.. typeof(Guards).GetProperties().Select(property => property.Name)];

    private static TransitionFacts Good => Facts.Good();

    private static TransitionFacts Approving => Good with { Policy = Facts.Policy(usesApproval: true) };

    private static TransitionFacts TwoPeople => Good with { Policy = Facts.Policy(approverMustDiffer: true) };

    /// <summary>A booking for two days after noon that the customer may call off until one day before.</summary>
    private static TransitionFacts Booking => With(order => order with { StartsAt = Any.Noon.AddDays(2) }) with
    {
        Actor = Facts.Customer,
        Policy = Facts.Policy(cancelNotice: TimeSpan.FromDays(1)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_guard_says_yes_and_no(string name)
    {
        var guard = (Guard)typeof(Guards).GetProperty(name)!.GetValue(null)!;

        var (met, unmet) = Cases[guard];

        guard.IsMet(met).Should().BeTrue();
        guard.IsMet(unmet).Should().BeFalse();
    }

    [Fact]
    public void No_two_guards_have_one_name_and_none_gives_the_reason_of_another()
    {
        Cases.Keys.Should().OnlyHaveUniqueItems(guard => guard.Name).And.OnlyHaveUniqueItems(guard => guard.Reason);
    }

    [Fact]
    public void Money_that_came_too_much_is_something_open()
    {
        var facts = Good.Paid(Facts.Captured with { CapturedMinor = Facts.Total.MinorUnits + 1 });

        Guards.NothingOpen.IsMet(facts).Should().BeFalse();
        Guards.NothingOpen.IsMet(facts.Paid(facts.Order.Payment! with { RefundedMinor = 1 })).Should().BeTrue();
    }

    [Fact]
    public void What_costs_nothing_needs_no_payment_to_be_put_away()
    {
        Guards.FullyCaptured.IsMet(With(order => order with { Total = null, Payment = null })).Should().BeTrue();
    }

    [Fact]
    public void Staff_cancel_an_unpaid_order_at_once_and_the_system_never_where_no_time_is_set()
    {
        var fresh = Good with { StatusSince = Good.Now };

        Guards.TimeLimitPassed.IsMet(fresh).Should().BeTrue();
        Guards.TimeLimitPassed.IsMet(Good with { Actor = Actor.System, Policy = SystemLog.Orders.Policies.EffectivePolicy.BuiltIn }).Should().BeFalse();
    }

    [Fact]
    public void A_guard_and_its_opposite_exclude_each_other_and_nothing_else()
    {
        var guard = Guards.Covered;

        guard.Not().Excludes(guard).Should().BeTrue();
        guard.Not().Not().Name.Should().Be(guard.Name);
        guard.Excludes(Guards.Reason.Not()).Should().BeFalse();
        guard.Excludes(guard).Should().BeFalse();
    }

    private static TransitionFacts With(Func<OrderSnapshot, OrderSnapshot> change) => Good with { Order = change(Good.Order) };
}
