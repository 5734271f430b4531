using static SystemLog.Orders.OrderRights;
using static SystemLog.Orders.Workflows.Guards;

namespace SystemLog.Orders.Workflows.BuiltIn;

/// <summary>The thirteen statuses of Impleo Web and the ways between them.</summary>
internal static class ImpleoWorkflow
{
    private const string NotApproved = "NotApproved";
    private const string Approved = "Approved";
    private const string Received = "Received";
    private const string Processing = "Processing";
    private const string Produced = "Produced";
    private const string Delivered = "Delivered";
    private const string Invoiced = "Invoiced";
    private const string Archived = "Archived";
    private const string Cancelled = "Cancelled";
    private const string Error = "Error";
    private const string Rejected = "Rejected";
    private const string PaymentFailed = "PaymentFailed";
    private const string PaymentPending = "PaymentPending";

    public static OrderWorkflow Instance { get; } = OrderWorkflow.Define("impleo", Define);

    private static void Define(WorkflowBuilder workflow)
    {
        AddStatuses(workflow);
        AddOrdering(workflow);
        AddPaying(workflow);
        AddApproval(workflow);
        AddFulfilment(workflow);
        AddArchiving(workflow);
        AddCancelling(workflow);
        AddErrors(workflow);
        workflow.Label(WorkflowTexts.Of("impleo"));
    }

    // The first alias is the spelling that Impleo Web stores, mistakes and all: its database stays as it is.
    private static void AddStatuses(WorkflowBuilder workflow)
    {
        workflow.Status(NotApproved, StatusRole.AwaitingApproval).Alias("Not Approved", "NotApproved");
        workflow.Status(Approved, StatusRole.New).Alias("Approved");
        workflow.Status(Received, StatusRole.New).Alias("Recived", "Received");
        workflow.Status(Processing, StatusRole.InProgress).Alias("Processing");
        workflow.Status(Produced, StatusRole.Ready).Alias("Produced");
        workflow.Status(Delivered, StatusRole.Fulfilled).Alias("Delivered");
        workflow.Status(Invoiced, StatusRole.Invoiced).Alias("Invoced", "Invoiced");
        workflow.Status(Archived, StatusRole.Archived).Alias("Archived").MayEnd();
        workflow.Status(Cancelled, StatusRole.Cancelled).Alias("Cancelled", "Canceled");
        workflow.Status(Error, StatusRole.Faulted).Alias("Error");
        workflow.Status(Rejected, StatusRole.Rejected).Alias("Rejedted", "Rejected");
        workflow.Status(PaymentFailed, StatusRole.PaymentFailed).Alias("PaymentFail", "PaymentFailed");
        workflow.Status(PaymentPending, StatusRole.AwaitingPayment).Alias("PaymentWait", "PaymentPending");
    }

    private static void AddOrdering(WorkflowBuilder workflow)
    {
        workflow.Transition("I1", "Place").FromNew().To(PaymentPending).Automatic()
            .Guard(PaymentOutstanding)
            .Tell(Audience.Customer, NoticeRule.Off);
        workflow.Transition("I2", "Place").FromNew().To(NotApproved).Automatic()
            .Guard(NoPaymentOutstanding, ApprovalInUse, ApprovalNeeded)
            .Tell(Audience.Customer, NoticeRule.Mandatory).Tell(Audience.Approvers, NoticeRule.On);
        workflow.Transition("I3", "Place").FromNew().To(Approved).Automatic()
            .Guard(NoPaymentOutstanding, ApprovalInUse, ApprovalNotNeeded)
            .Tell(Audience.Customer, NoticeRule.Mandatory).Approves();
        workflow.Transition("I4", "Place").FromNew().To(Received).Automatic()
            .Guard(NoPaymentOutstanding, ApprovalNotInUse)
            .Tell(Audience.Customer, NoticeRule.Mandatory);
    }

    // Money that comes after a failure still counts.
    private static void AddPaying(WorkflowBuilder workflow)
    {
        workflow.Transition("P1", "ConfirmPayment").From(PaymentPending, PaymentFailed).To(NotApproved).Automatic()
            .Guard(Covered, ApprovalNeeded)
            .Tell(Audience.Customer, NoticeRule.Mandatory).Tell(Audience.Approvers, NoticeRule.On);
        workflow.Transition("P2", "ConfirmPayment").From(PaymentPending, PaymentFailed).Automatic()
            .To(Approved, ApprovalInUse)
            .To(Received, ApprovalNotInUse)
            .Guard(Covered, ApprovalNotNeeded)
            .Tell(Audience.Customer, NoticeRule.Mandatory);
        workflow.Transition("P3", "FailPayment").From(PaymentPending).To(PaymentFailed).Automatic()
            .Guard(PaymentRefused)
            .Tell(Audience.Customer, NoticeRule.On);
        workflow.Transition("P4", "RetryPayment").From(PaymentFailed).To(PaymentPending).Right(CustomerSelf, OrderManager)
            .Guard(NewPaymentAttempt)
            .Tell(Audience.Customer, NoticeRule.Off);
    }

    private static void AddApproval(WorkflowBuilder workflow)
    {
        workflow.Transition("A1", "Approve").From(NotApproved).To(Approved).Manual().Right(Approver)
            .Guard(ApproverIsNotOrderer)
            .Tell(Audience.Customer, NoticeRule.On).Approves();
        workflow.Transition("A2", "Reject").From(NotApproved).To(Rejected).Manual().Right(Approver)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.On).SuggestRelease();
    }

    private static void AddFulfilment(WorkflowBuilder workflow)
    {
        workflow.Transition("F1", "Receive").From(Approved).To(Received).Right(OrderManager)
            .Tell(Audience.Customer, NoticeRule.Off);
        workflow.Transition("F2", "StartProduction").From(Approved, Received).To(Processing).Right(Production)
            .Tell(Audience.Customer, NoticeRule.Off);
        workflow.Transition("F3", "FinishProduction").From(Processing).To(Produced).Right(Production)
            .Tell(Audience.Customer, NoticeRule.Off);
        workflow.Transition("F4", "Deliver").From(Produced).To(Delivered).Right(OrderManager)
            .Warn(MoneyInSight)
            .Tell(Audience.Customer, NoticeRule.On).SuggestCapture();
        workflow.Transition("F5", "Deliver").From(Approved, Received).To(Delivered).Right(OrderManager)
            .Guard(NoProduction)
            .Tell(Audience.Customer, NoticeRule.On).SuggestCapture();
        workflow.Transition("F6", "Invoice").From(Delivered).To(Invoiced).Right(Invoicing)
            .Guard(InvoiceNumber).Warn(CardCaptured)
            .Tell(Audience.Customer, NoticeRule.Off);
    }

    private static void AddArchiving(WorkflowBuilder workflow)
    {
        workflow.Transition("Z1", "Archive").From(Invoiced).To(Archived).Right(OrderManager)
            .Guard(NothingOpen, OldEnough)
            .Tell(Audience.Customer, NoticeRule.Never);
        workflow.Transition("Z2", "Archive").From(Delivered).To(Archived).Right(OrderManager)
            .Guard(NothingOpen, OldEnough, NoInvoiceExpected, FullyCaptured)
            .Tell(Audience.Customer, NoticeRule.Never);
        workflow.Transition("Z3", "Archive").From(Cancelled, Rejected).To(Archived).Right(OrderManager)
            .Guard(NothingOpen, OldEnough, NothingReserved)
            .Tell(Audience.Customer, NoticeRule.Never).SuggestRelease();
    }

    // None from Delivered or Invoiced: what the customer has is credited, and the status stays.
    private static void AddCancelling(WorkflowBuilder workflow)
    {
        workflow.Transition("C1", "Cancel").From(PaymentPending, PaymentFailed).To(Cancelled).Right(CustomerSelf, OrderManager)
            .Guard(TimeLimitPassed, NoOperationInFlight)
            .Tell(Audience.Customer, NoticeRule.On).SuggestRelease();
        workflow.Transition("C2", "Cancel").From(NotApproved).To(Cancelled).Manual().Right(CustomerSelf, OrderManager)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.On).SuggestRelease();
        workflow.Transition("C3", "Cancel").From(Approved, Received).To(Cancelled).Manual().Right(OrderManager)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.On).SuggestReleaseOrRefund();
        workflow.Transition("C4", "Cancel").From(Processing, Produced).To(Cancelled).Manual().AllRights(OrderManager, Production)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.On).SuggestReleaseOrRefund();
    }

    private static void AddErrors(WorkflowBuilder workflow)
    {
        workflow.Transition("E1", "Fail").FromAllBut(Archived, Cancelled, Rejected, Error).To(Error).Automatic()
            .Guard(IssueGiven)
            .Tell(Audience.Customer, NoticeRule.Never).RemembersStatus();
        workflow.Transition("E2", "Resume").From(Error).ToPrevious().Right(OrderManager)
            .Tell(Audience.Customer, NoticeRule.Never);
        workflow.Transition("E3", "Cancel").From(Error).To(Cancelled).Manual().Right(OrderManager)
            .Guard(Reason)
            .Tell(Audience.Customer, NoticeRule.On).SuggestReleaseOrRefund();
        workflow.Transition("O1", "Override").FromAny().ToChosen().Manual().Right(WorkflowAdmin)
            .Guard(LongReason)
            .Tell(Audience.Customer, NoticeRule.Off).Override();
    }
}
