using SystemLog.Catalogue;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

public sealed class BuiltInWorkflowTests
{
    private static readonly OrderWorkflow Impleo = OrderWorkflow.Impleo;

    /// <summary>Who may set each transition off, whom it tells and what it suggests for the money.</summary>
    private const string ImpleoRules = """
        I1 automatic - | off never | -
        I2 automatic - | mandatory on | -
        I3 automatic - | mandatory never | -
        I4 automatic - | mandatory never | -
        P1 automatic - | mandatory on | -
        P2 automatic - | mandatory never | -
        P3 automatic - | on never | -
        P4 either Customer.Self | OrderManager | off never | -
        A1 manual Approver | on never | -
        A2 manual Approver | on never | release
        F1 either OrderManager | off never | -
        F2 either Production | off never | -
        F3 either Production | off never | -
        F4 either OrderManager | on never | capture
        F5 either OrderManager | on never | capture
        F6 either Invoicing | off never | -
        Z1 either OrderManager | never never | -
        Z2 either OrderManager | never never | -
        Z3 either OrderManager | never never | release
        C1 either Customer.Self | OrderManager | on never | release
        C2 manual Customer.Self | OrderManager | on never | release
        C3 manual OrderManager | on never | release refund
        C4 manual OrderManager & Production | on never | release refund
        E1 automatic - | never never | -
        E2 either OrderManager | never never | -
        E3 manual OrderManager | on never | release refund
        O1 manual WorkflowAdmin | off never | -
        """;

    private const string DanDomainRules = """
        D1 automatic - | never never | -
        D2 automatic - | mandatory never | -
        D3 automatic - | mandatory never | -
        D4 manual OrderManager | mandatory never | -
        D5 manual OrderManager | on never | capture
        D6 manual OrderManager | on never | release refund
        D7 manual OrderManager | off never | -
        D8 manual WorkflowAdmin | off never | -
        """;

    private const string ReservationRules = """
        R1 automatic - | on never | -
        R2 automatic - | on never | -
        R3 either OrderManager | on never | -
        R4 either Customer.Self | OrderManager | on never | -
        R5 either Customer.Self | OrderManager | on never | -
        R6 automatic - | never never | -
        R7 manual OrderManager | off never | -
        """;

    public static TheoryData<string, string> Rules => new()
    {
        { "impleo", ImpleoRules },
        { "dandomain", DanDomainRules },
        { "reservation", ReservationRules },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_transition_has_its_mode_its_rights_its_messages_and_its_suggestion(string name, string rules)
    {
        var lines = BuiltIn.Named(name).Transitions.Select(transition => string.Join(' ',
            transition.Id,
            transition.Mode.ToString().ToLowerInvariant(),
            transition.Right.Names.Count == 0 ? "-" : transition.Right,
            "|", Notice(transition, Audience.Customer), Notice(transition, Audience.Approvers),
            "|", Hints(transition)));

        lines.Should().Equal(rules.Split('\n').Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("Not Approved", "NotApproved", StatusRole.AwaitingApproval, "Awaiting approval")]
    [InlineData("Approved", "Approved", StatusRole.New, "Approved")]
    [InlineData("Recived", "Received", StatusRole.New, "Received")]
    [InlineData("Processing", "Processing", StatusRole.InProgress, "In production")]
    [InlineData("Produced", "Produced", StatusRole.Ready, "Produced")]
    [InlineData("Delivered", "Delivered", StatusRole.Fulfilled, "Delivered")]
    [InlineData("Invoced", "Invoiced", StatusRole.Invoiced, "Invoiced")]
    [InlineData("Archived", "Archived", StatusRole.Archived, "Archived")]
    [InlineData("Cancelled", "Cancelled", StatusRole.Cancelled, "Cancelled")]
    [InlineData("Error", "Error", StatusRole.Faulted, "Being looked into")]
    [InlineData("Rejedted", "Rejected", StatusRole.Rejected, "Not approved")]
    [InlineData("PaymentFail", "PaymentFailed", StatusRole.PaymentFailed, "Payment failed")]
    [InlineData("PaymentWait", "PaymentPending", StatusRole.AwaitingPayment, "Awaiting payment")]
    public void A_status_of_Impleo_is_known_by_its_own_spelling_and_goes_back_by_it(string spelling, string code, StatusRole role, string customerLabel)
    {
        var status = Impleo.Find(spelling)!;

        status.Code.Should().Be(code);
        status.HostCode.Should().Be(spelling);
        status.Role.Should().Be(role);
        status.LabelIn(Languages.English).Customer.Should().Be(customerLabel);
        status.IsShownToCustomer.Should().BeTrue();
    }

    [Fact]
    public void Orders_of_Impleo_end_in_the_archive_alone() =>
        Impleo.Statuses.Where(status => status.MayEnd).Select(status => status.Code).Should().Equal("Archived");

    [Fact]
    public void What_an_approver_orders_and_what_an_approver_approves_is_recorded_as_approved() =>
        Impleo.Transitions.Where(transition => transition.IsApproval).Select(transition => transition.Id).Should().Equal("I3", "A1");

    [Fact]
    public void Delivering_without_money_in_sight_and_invoicing_an_undrawn_card_are_warned_of() =>
        Impleo.Transitions.Where(transition => transition.Warnings.Count > 0).Select(transition => $"{transition.Id} {transition.Warnings.Single()}")
            .Should().Equal("F4 MoneyInSight", "F6 CardCaptured");

    [Theory]
    [InlineData("F4", PaymentState.Authorized, PaymentHint.Capture)]
    [InlineData("F4", PaymentState.PartiallyCaptured, PaymentHint.Capture)]
    [InlineData("F4", PaymentState.Captured, PaymentHint.None)]
    [InlineData("C3", PaymentState.Authorized, PaymentHint.CancelAuthorization)]
    [InlineData("C3", PaymentState.PartiallyCaptured, PaymentHint.Refund)]
    [InlineData("C3", PaymentState.Captured, PaymentHint.Refund)]
    [InlineData("C3", PaymentState.PartiallyRefunded, PaymentHint.Refund)]
    [InlineData("C3", PaymentState.Refunded, PaymentHint.None)]
    [InlineData("C3", PaymentState.Failed, PaymentHint.None)]
    [InlineData("C2", PaymentState.Captured, PaymentHint.None)]
    public void What_is_suggested_follows_the_state_of_the_payment(string id, PaymentState state, PaymentHint hint) =>
        Impleo.Transitions.Single(transition => transition.Id == id).HintFor(state, "Delivered").Should().Be(hint);

    [Fact]
    public void DanDomain_suggests_drawing_the_money_only_when_the_goods_leave()
    {
        var set = OrderWorkflow.DanDomain.Transitions.Single(transition => transition.Trigger == "SetStatus");

        set.HintFor(PaymentState.Authorized, "Shipped").Should().Be(PaymentHint.Capture);
        set.HintFor(PaymentState.Authorized, "InProgress").Should().Be(PaymentHint.None);
    }

    [Fact]
    public void A_booking_waits_for_confirmation_where_the_shop_wants_that_and_is_moved_without_a_change_of_status()
    {
        var workflow = OrderWorkflow.Reservation;

        workflow.Decide(null, "Book", Facts.Good() with { Policy = Facts.Policy(usesApproval: true) }).To!.Code.Should().Be("Unconfirmed");
        workflow.Decide(null, "Book", Facts.Good()).To!.Code.Should().Be("Confirmed");
        var moved = workflow.Decide("Confirmed", "Reschedule", Facts.Good());
        moved.IsAllowed.Should().BeTrue();
        moved.Transition!.IsInternal.Should().BeTrue();
        moved.To!.Code.Should().Be("Confirmed");
    }

    [Fact]
    public void The_ids_of_all_built_in_transitions_differ_so_that_a_setting_for_every_shop_means_one()
    {
        BuiltIn.All.SelectMany(workflow => workflow.Transitions).Select(transition => transition.Id).Should().OnlyHaveUniqueItems();
    }

    private static string Notice(Transition transition, Audience audience) =>
        transition.Notices.GetValueOrDefault(audience, NoticeRule.Never).ToString().ToLowerInvariant();

    private static string Hints(Transition transition) => transition.Hints.Count == 0
        ? "-"
        : string.Join(' ', transition.Hints.Select(hint => hint.Hint).Distinct()
            .Select(hint => hint == PaymentHint.CancelAuthorization ? "release" : hint.ToString().ToLowerInvariant()));
}
