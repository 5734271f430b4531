using static SystemLog.Orders.OrderRights;
using static SystemLog.Orders.Workflows.Guards;

namespace SystemLog.Orders.Workflows.BuiltIn;

/// <summary>Bookings as Ajas has them: made, confirmed where the shop wants that, and kept or not.</summary>
internal static class ReservationWorkflow
{
    private const string Unconfirmed = "Unconfirmed";
    private const string Confirmed = "Confirmed";
    private const string Cancelled = "Cancelled";
    private const string NoShow = "NoShow";
    private const string Completed = "Completed";

    public static OrderWorkflow Instance { get; } = OrderWorkflow.Define("reservation", Define);

    private static void Define(WorkflowBuilder workflow)
    {
        AddStatuses(workflow);
        AddBooking(workflow);
        AddEnds(workflow);
        workflow.Label(WorkflowTexts.Of("reservation"));
    }

    private static void AddStatuses(WorkflowBuilder workflow)
    {
        workflow.Status(Unconfirmed, StatusRole.AwaitingApproval).Alias("Vahvistamaton");
        workflow.Status(Confirmed, StatusRole.New).Alias("Vahvistettu");
        workflow.Status(Cancelled, StatusRole.Cancelled).Alias("Peruttu").MayEnd();
        workflow.Status(NoShow, StatusRole.Rejected).Alias("Ei saapunut").MayEnd();
        workflow.Status(Completed, StatusRole.Fulfilled).Alias("Toteutunut").MayEnd();
    }

    private static void AddBooking(WorkflowBuilder workflow)
    {
        workflow.Transition("R1", "Book").FromNew().To(Unconfirmed).Automatic()
            .Guard(ApprovalNeeded)
            .Tell(Audience.Customer, NoticeRule.On);
        workflow.Transition("R2", "Book").FromNew().To(Confirmed).Automatic()
            .Guard(ApprovalNotNeeded)
            .Tell(Audience.Customer, NoticeRule.On);
        workflow.Transition("R3", "Confirm").From(Unconfirmed).To(Confirmed).Right(OrderManager)
            .Tell(Audience.Customer, NoticeRule.On);
        workflow.Transition("R4", "Reschedule").From(Confirmed).To(Confirmed).Right(CustomerSelf, OrderManager)
            .Tell(Audience.Customer, NoticeRule.On).Internal();
    }

    private static void AddEnds(WorkflowBuilder workflow)
    {
        workflow.Transition("R5", "Cancel").From(Unconfirmed, Confirmed).To(Cancelled).Right(CustomerSelf, OrderManager)
            .Guard(CancelNoticeKept)
            .Tell(Audience.Customer, NoticeRule.On);
        workflow.Transition("R6", "Complete").From(Confirmed).To(Completed).Automatic()
            .Tell(Audience.Customer, NoticeRule.Never);
        workflow.Transition("R7", "MarkNoShow").From(Confirmed).To(NoShow).Manual().Right(OrderManager)
            .Tell(Audience.Customer, NoticeRule.Off);
    }
}
