using FsCheck;
using FsCheck.Fluent;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

/// <summary>Random lives of orders through every workflow.</summary>
public sealed class WorkflowWalkTests
{
    private const int Steps = 100;

    public static TheoryData<string> Workflows => BuiltIn.Names;

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Whatever_happens_an_order_moves_only_as_its_workflow_says(string name)
    {
        var workflow = BuiltIn.Named(name);
        var worlds = Facts.EveryKind(workflow);

        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var (status, before) = ((string?)null, (string?)null);
            for (var step = 0; step < Steps; step++)
            {
                var trigger = workflow.Triggers[random.Next(workflow.Triggers.Count)].Name;
                var facts = worlds[random.Next(worlds.Count)] with { StatusBeforeError = before };
                var decision = workflow.Decide(status, trigger, facts);
                if (decision.IsAllowed)
                {
                    RequireRight(workflow, status, before, decision);
                    before = decision.Transition!.RemembersStatus ? status : before;
                    status = decision.To!.Code;
                }
                else if (!decision.IsAlreadyThere)
                {
                    decision.Refusals(status).Should().NotBeEmpty("every refusal has its reason");
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_order_is_stuck_only_where_it_may_end(string name)
    {
        var workflow = BuiltIn.Named(name);
        var worlds = Facts.EveryKind(workflow);
        var within = workflow.Triggers.Where(trigger => trigger.Name != "Override").ToList();

        var stuck = workflow.Statuses.Where(status => !worlds.Any(facts =>
            within.Exists(trigger => workflow.Decide(status.Code, trigger.Name, facts) is { IsAllowed: true } way && way.To != status)));

        stuck.Where(status => !status.MayEnd).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Of_several_ways_on_one_trigger_at_most_one_is_open(string name)
    {
        var workflow = BuiltIn.Named(name);

        var open =
            from facts in Facts.EveryKind(workflow)
            from start in workflow.Statuses.Select(status => (string?)status.Code).Prepend(null)
            from way in workflow.Transitions.Where(transition => start is null ? transition.IsInitial : transition.IsFromAny || transition.From.Contains(start))
            from target in way.To.OfType<TransitionTarget.Status>()
            where way.Guards.Concat(target.When).All(guard => guard.IsMet(facts))
            group way by (start, way.Trigger, facts) into same
            where same.Count() > 1
            select same.Key;

        open.Should().BeEmpty();
    }

    private static void RequireRight(OrderWorkflow workflow, string? status, string? before, Decision decision)
    {
        var transition = decision.Transition!;
        workflow.Statuses.Should().Contain(decision.To!);
        (decision.To!.Code == status).Should().Be(transition.IsInternal);
        (status is null).Should().Be(transition.IsInitial);
        if (status is not null && !transition.IsFromAny)
        {
            transition.From.Should().Contain(status);
        }

        if (transition.To[0] is TransitionTarget.Previous)
        {
            decision.To!.Code.Should().Be(before);
        }
    }
}
