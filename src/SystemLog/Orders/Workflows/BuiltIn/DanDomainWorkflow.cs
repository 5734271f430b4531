using static SystemLog.Orders.OrderRights;
using static SystemLog.Orders.Workflows.Guards;

namespace SystemLog.Orders.Workflows.BuiltIn;

/// <summary>DanDomain's order processing: staff choose the status, and the payment is an affair of its own.</summary>
internal static class DanDomainWorkflow
{
    private const string NotReceived = "NotReceived";
    private const string Unprocessed = "Unprocessed";
    private const string InProgress = "InProgress";
    private const string ReadyForPickup = "ReadyForPickup";
    private const string Shipped = "Shipped";
    private const string Cancelled = "Cancelled";

    public static OrderWorkflow Instance { get; } = OrderWorkflow.Define("dandomain", Define);

    private static void Define(WorkflowBuilder workflow)
    {
        workflow.Permissive();
        AddStatuses(workflow);
        AddOrdering(workflow);
        AddProcessing(workflow);
        workflow.Label(WorkflowTexts.Of("dandomain"));
    }

    private static void AddStatuses(WorkflowBuilder workflow)
    {
        workflow.Status(NotReceived, StatusRole.AwaitingPayment).Alias("Ikke modtaget");
        workflow.Status(Unprocessed, StatusRole.New).Alias("Ikke behandlet", "Ikke behandlede", "Ordre modtaget", "Nye");
        workflow.Status(InProgress, StatusRole.InProgress).Alias("Under behandling");
        workflow.Status(ReadyForPickup, StatusRole.Ready).Alias("Klar til afhentning");
        workflow.Status(Shipped, StatusRole.Fulfilled).Alias("Afsendt", "Afsluttet").MayEnd();
        workflow.Status(Cancelled, StatusRole.Cancelled).Alias("Annulleret").MayEnd();
    }

    private static void AddOrdering(WorkflowBuilder workflow)
    {
        workflow.Transition("D1", "Place").FromNew().To(NotReceived).Automatic()
            .Guard(PaymentOutstanding)
            .Tell(Audience.Customer, NoticeRule.Never);
        workflow.Transition("D2", "Place").FromNew().To(Unprocessed).Automatic()
            .Guard(NoPaymentOutstanding)
            .Tell(Audience.Customer, NoticeRule.Mandatory);
        workflow.Transition("D3", "ConfirmPayment").From(NotReceived).To(Unprocessed).Automatic()
            .Guard(Covered)
            .Tell(Audience.Customer, NoticeRule.Mandatory);
        workflow.Transition("D4", "Accept").From(NotReceived).To(Unprocessed).Manual().Right(OrderManager)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.Mandatory);
    }

    private static void AddProcessing(WorkflowBuilder workflow)
    {
        workflow.Transition("D5", "SetStatus").From(Unprocessed, InProgress, ReadyForPickup, Shipped)
            .ToChosen(Unprocessed, InProgress, ReadyForPickup, Shipped).Manual().Right(OrderManager)
            .Tell(Audience.Customer, NoticeRule.On).SuggestCapture(to: Shipped);
        workflow.Transition("D6", "Cancel").FromAllBut(Cancelled).To(Cancelled).Manual().Right(OrderManager)
            .Tell(Audience.Customer, NoticeRule.On).SuggestReleaseOrRefund();
        workflow.Transition("D7", "Reopen").From(Cancelled).To(Unprocessed).Manual().Right(OrderManager)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.Off);
        workflow.Transition("D8", "Override").FromAny().ToChosen().Manual().Right(WorkflowAdmin)
            .Guard(LongReason)
            .Tell(Audience.Customer, NoticeRule.Off).Override();
    }
}
