using SystemLog.Orders;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.Tests.Orders.Workflows;

/// <summary>What decisions look at; only what matters is written in a test.</summary>
internal static class Facts
{
    public static Actor Clerk { get; } = new("7", "Kari");

    public static Actor Customer { get; } = new("c-1", "Ola") { Kind = ActorKind.Customer };

    public static Money Total { get; } = new(50_000, "NOK");

    /// <summary>Facts by which every guard that does not ask for one side of two is met.</summary>
    public static TransitionFacts Good(Actor? actor = null) => new()
    {
        Order = new()
        {
            Shop = "main",
            Subject = SubjectRef.Order("4711"),
            PlacedAt = Any.Noon,
            Total = Total,
            PlacedBy = Customer,
            Payment = Authorized,
            NeedsProduction = false,
            InvoiceNumber = "9001",
            StartsAt = Any.Noon.AddDays(400),
        },
        Actor = actor ?? Clerk,
        Now = Any.Noon.AddDays(365),
        StatusSince = Any.Noon,
        Rights = new HashSet<string>([.. OrderRights.All, OrderRights.CustomerSelf]),
        Policy = Policy(),
        Reason = "The customer asked for it",
        Issue = "issue-1",
    };

    public static OrderPayment Authorized { get; } = new(PaymentState.Authorized) { AuthorizedMinor = Total.MinorUnits };

    public static OrderPayment Captured { get; } = new(PaymentState.Captured) { CapturedMinor = Total.MinorUnits };

    public static EffectivePolicy Policy(bool usesApproval = false, bool approverMustDiffer = false, TimeSpan? cancelUnpaidAfter = null, TimeSpan? cancelNotice = null) => new(
    [
        (new OrderPolicy
        {
            UsesApproval = usesApproval,
            ApproverMustDiffer = approverMustDiffer,
            CancelUnpaidAfter = cancelUnpaidAfter ?? TimeSpan.FromDays(1),
            CancelNotice = cancelNotice,
        }, PolicyLevel.AllShops),
    ]);

    public static TransitionFacts Paid(this TransitionFacts facts, OrderPayment? payment) => facts with { Order = facts.Order with { Payment = payment } };

    /// <summary>Every mixture of what the guards of the built-in workflows ask for, by the system and by a person with every right.</summary>
    public static IReadOnlyList<TransitionFacts> EveryKind(OrderWorkflow workflow) =>
    [
        .. from actor in (Actor[])[Actor.System, Clerk]
           from payment in (OrderPayment?[])[null, Authorized, Captured, new(PaymentState.Pending), new(PaymentState.Failed), new(PaymentState.None) { IsOnline = false }]
           from usesApproval in (bool[])[true, false]
           from byApprover in (bool[])[true, false]
           from code in workflow.Statuses.Select(status => status.Code)
           select Good(actor).Paid(payment) with
           {
               Policy = Policy(usesApproval),
               WasPlacedByApprover = byApprover,
               StatusBeforeError = code,
               Chosen = code,
           },
    ];
}
