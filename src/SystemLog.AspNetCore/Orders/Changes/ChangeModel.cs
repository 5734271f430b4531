using SystemLog.Orders;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Orders.Changes;

/// <summary>What the page before a change shows.</summary>
internal sealed record ChangeModel(OrderPreview Preview, OrderWorkflow Workflow, ChangeForm Form)
{
    public required EffectivePolicy Policy { get; init; }

    /// <summary>Gets why the change was refused just now; empty where nobody has tried yet.</summary>
    public IReadOnlyList<Refusal> Refused { get; init; } = [];

    /// <summary>Gets whether somebody else changed the order while the page was open.</summary>
    public bool IsConflict { get; init; }

    public OrderState State => Preview.State;

    public SubjectRef Subject => Preview.State.Order.Subject;

    public Transition? Transition => Preview.Transition;

    /// <summary>Gets the statuses to choose among; empty where there is nothing to choose.</summary>
    public IReadOnlyList<string> Targets => Transition?.ChoicesFrom(State.Status) ?? [];

    /// <summary>Gets whether a status has to be chosen before anything can be said.</summary>
    public bool AsksForTarget => Preview.To is null && Targets.Count > 0;

    /// <summary>Gets how long the reason must be that the person gives; 0 where none is needed.</summary>
    public int ReasonLength => Transition?.ReasonLength ?? 0;

    /// <summary>Gets what the person cannot mend on the page.</summary>
    public IReadOnlyList<Refusal> Obstacles =>
        [.. Preview.Refusals.Where(refusal => refusal.Code != RefusalCodes.TextTooLong && Transition?.IsYetToBeGiven(refusal) != true)];

    /// <summary>Gets whether the form is shown: also to who was refused, so that nothing typed is lost.</summary>
    public bool HasForm => Transition is not null && !AsksForTarget && (Obstacles.Count == 0 || Refused.Count > 0);

    /// <summary>Gets whether the person chooses if the customer is told.</summary>
    public bool MayChooseNotice => NoticeRule is NoticeRule.On or NoticeRule.Off;

    /// <summary>Gets whether the customer can be told at all.</summary>
    public bool TellsCustomer => NoticeRule != NoticeRule.Never;

    private NoticeRule NoticeRule => Transition is null ? NoticeRule.Never : Policy.NoticeOf(Transition, Audience.Customer).Value;
}
