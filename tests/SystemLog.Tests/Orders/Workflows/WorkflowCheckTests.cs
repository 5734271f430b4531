using SystemLog.Catalogue;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

/// <summary>One fault each, put into a workflow that works.</summary>
public sealed class WorkflowCheckTests
{
    [Fact]
    public void A_workflow_that_works_has_no_fault() => FaultsWith(_ => { }).Should().BeEmpty();

    [Fact]
    public void Without_a_status_there_is_no_workflow()
    {
        var define = () => OrderWorkflow.Define("empty", _ => { });

        define.Should().Throw<ArgumentException>().WithMessage("The workflow 'empty' cannot work:*It has no status.");
    }

    [Fact]
    public void Two_statuses_with_one_code() =>
        FaultsWith(workflow => workflow.Status("Open", StatusRole.New)).Should().Equal("Two statuses have the code 'Open'.");

    [Fact]
    public void Two_transitions_with_one_id() =>
        FaultsWith(workflow => workflow.Transition("T2", "Reopen").From("Closed").To("Open")).Should().Equal("Two transitions have the id 'T2'.");

    [Fact]
    public void An_alias_that_is_another_status_by_any_spelling() =>
        FaultsWith(workflow => Reached(workflow, workflow.Status("Later", StatusRole.New).Alias("o-P e_n").MayEnd()))
            .Should().Equal("'o-P e_n' names both 'Open' and 'Later'.");

    [Fact]
    public void One_alias_of_two_statuses() =>
        FaultsWith(workflow =>
        {
            workflow.Status("Later", StatusRole.New).Alias("Whenever").MayEnd();
            workflow.Status("Much later", StatusRole.New).Alias("WHENEVER").MayEnd();
            workflow.Transition("X1", "Wait").From("Open").To("Later");
            workflow.Transition("X2", "WaitOn").From("Later").To("Much later");
        }).Should().Equal("'WHENEVER' names both 'Later' and 'Much later'.");

    [Fact]
    public void A_beginning_that_is_no_status() =>
        FaultsWith(workflow => workflow.Transition("X1", "Find").From("Lost").To("Open")).Should().Equal("X1 Find leads on from 'Lost', which is no status.");

    [Fact]
    public void An_end_that_is_no_status() =>
        FaultsWith(workflow => workflow.Transition("X1", "Lose").From("Open").To("Lost")).Should().Equal("X1 Lose leads to 'Lost', which is no status.");

    [Fact]
    public void A_choice_that_is_no_status() =>
        FaultsWith(workflow => workflow.Transition("X1", "Set").From("Open").ToChosen("Closed", "Lost"))
            .Should().Equal("X1 Set lets choose 'Lost', which is no status.");

    [Fact]
    public void A_suggestion_for_what_is_no_status() =>
        FaultsWith(workflow => workflow.Transition("X1", "Set").From("Open").ToChosen("Closed").Suggest(PaymentHint.Capture, "Lost", PaymentState.Authorized))
            .Should().Equal("X1 Set suggests something for 'Lost', which is no status.");

    [Fact]
    public void A_transition_from_nowhere() =>
        FaultsWith(workflow => workflow.Transition("X1", "Appear").To("Open")).Should().Equal("X1 Appear leads on from nowhere: name a status, FromNew or FromAny.");

    [Fact]
    public void A_transition_to_nowhere() =>
        FaultsWith(workflow => workflow.Transition("X1", "Vanish").From("Open")).Should().Equal("X1 Vanish leads nowhere: name a status, ToPrevious or ToChosen.");

    [Fact]
    public void A_transition_that_begins_orders_and_leads_on() =>
        FaultsWith(workflow => workflow.Transition("X1", "Place").FromNew().From("Closed").To("Open"))
            .Should().Contain("X1 Place both begins orders and leads on from statuses: make two transitions of it.");

    [Fact]
    public void A_way_back_that_nothing_remembers() =>
        FaultsWith(workflow => workflow.Transition("X1", "Resume").From("Closed").ToPrevious())
            .Should().Equal("X1 Resume leads back to the status before, which no transition remembers.");

    [Fact]
    public void An_internal_transition_that_changes_the_status() =>
        FaultsWith(workflow => workflow.Transition("X1", "Note").From("Open").To("Closed").Internal())
            .Should().Equal("X1 Note is internal, but does not keep its one status.");

    [Fact]
    public void A_transition_that_keeps_the_status_and_does_not_say_so() =>
        FaultsWith(workflow => workflow.Transition("X1", "Note").From("Open").To("Open"))
            .Should().Equal("X1 Note leads from 'Open' to itself, which only an internal one may.");

    [Fact]
    public void No_beginning()
    {
        var define = () => OrderWorkflow.Define("w", workflow =>
        {
            workflow.Status("Open", StatusRole.New).MayEnd();
            workflow.Status("Closed", StatusRole.Fulfilled);
            workflow.Transition("X1", "Close").From("Open").To("Closed");
            workflow.Transition("X2", "Open").From("Closed").To("Open");
        });

        define.Should().Throw<ArgumentException>().WithMessage("*- No transition begins an order.*");
    }

    [Fact]
    public void Two_beginnings() =>
        FaultsWith(workflow => workflow.Transition("X1", "Import").FromNew().To("Open")).Should().Equal("Orders begin by several triggers: Place, Import. One is needed.");

    [Fact]
    public void A_status_that_no_order_reaches() =>
        FaultsWith(workflow => workflow.Status("Later", StatusRole.New).MayEnd()).Should().Equal("No order ever reaches the status 'Later'.");

    [Fact]
    public void A_dead_end() =>
        FaultsWith(workflow => Reached(workflow, workflow.Status("Later", StatusRole.New))).Should().Equal("Nothing leads on from 'Later', and orders may not end there.");

    [Fact]
    public void A_circle_without_an_end() =>
        FaultsWith(workflow =>
        {
            workflow.Status("Waiting", StatusRole.New);
            Reached(workflow, workflow.Status("Later", StatusRole.New));
            workflow.Transition("X2", "Wait").From("Later").To("Waiting");
            workflow.Transition("X3", "WaitOn").From("Waiting").To("Later");
        }).Should().Equal(
            "From 'Waiting' no status is reached in which orders may end.", "From 'Later' no status is reached in which orders may end.");

    [Fact]
    public void An_override_is_neither_a_way_in_nor_a_way_out() =>
        FaultsWith(workflow =>
        {
            workflow.Status("Later", StatusRole.New);
            workflow.Transition("O1", "Override").FromAny().ToChosen().Override();
        }).Should().Equal("No order ever reaches the status 'Later'.", "Nothing leads on from 'Later', and orders may not end there.");

    [Fact]
    public void An_internal_transition_is_no_way_out() =>
        FaultsWith(workflow =>
        {
            Reached(workflow, workflow.Status("Later", StatusRole.New));
            workflow.Transition("X2", "Note").From("Later").To("Later").Internal();
        }).Should().Equal("Nothing leads on from 'Later', and orders may not end there.");

    [Fact]
    public void Two_targets_between_which_no_guard_decides()
    {
        var faults = FaultsWith(workflow =>
        {
            Reached(workflow, workflow.Status("Later", StatusRole.New).MayEnd());
            workflow.Transition("X2", "Finish").From("Open").To("Closed", Guards.Covered).To("Later", Guards.Reason.Not());
        });

        faults.Should().Equal("In Open: 'Finish' may be both X2 to Closed and X2 to Later: give them guards of which only one can be met.");
    }

    [Fact]
    public void Guards_of_the_transition_and_of_the_target_decide_together() =>
        FaultsWith(workflow =>
        {
            Reached(workflow, workflow.Status("Later", StatusRole.New).MayEnd());
            workflow.Transition("X2", "Finish").From("Open").To("Closed").Guard(Guards.Covered);
            workflow.Transition("X3", "Finish").From("Open").To("Later", Guards.Covered.Not());
        }).Should().BeEmpty();

    [Fact]
    public void More_guards_than_are_decided_at_once() =>
        FaultsWith(workflow => workflow.Transition("X1", "Finish").From("Open").To("Closed", Guards.Covered).Guard([.. Enumerable.Repeat(Guards.Reason, 64)]))
            .Should().Equal("X1 Finish has 65 guards; 64 is the most.");

    [Fact]
    public void Every_fault_is_named_at_once() =>
        FaultsWith(workflow =>
        {
            workflow.Status("Open", StatusRole.New);
            workflow.Transition("T2", "Lose").From("Open").To("Lost");
        }).Should().HaveCount(3);

    [Fact]
    public void A_label_that_is_missing_in_a_language_is_named()
    {
        var workflow = OrderWorkflow.Define("w", workflow =>
        {
            workflow.Status("Open", StatusRole.New).Label("en", "Open").Label("nb", "Åpen").MayEnd();
            workflow.Transition("T1", "Place").FromNew().To("Open");
            workflow.Label("Place", "en", "Place the order");
        });

        WorkflowCheck.MissingLabels(workflow, ["en"]).Should().BeEmpty();
        WorkflowCheck.MissingLabels(workflow, ["en", "nb", "fi"]).Should().Equal(
            "The status 'Open' of w has no label in 'fi'.", "The trigger 'Place' of w has no label in 'nb'.", "The trigger 'Place' of w has no label in 'fi'.");
    }

    [Fact]
    public void The_built_in_workflows_have_every_label()
    {
        OrderWorkflow[] builtIn = [OrderWorkflow.Impleo, OrderWorkflow.DanDomain, OrderWorkflow.Reservation];

        builtIn.SelectMany(workflow => WorkflowCheck.MissingLabels(workflow, Languages.Complete)).Should().BeEmpty();
    }

    private static void Reached(WorkflowBuilder workflow, StatusBuilder status) => workflow.Transition("X1", "Wait").From("Open").To(status.Code);

    private static IEnumerable<string> FaultsWith(Action<WorkflowBuilder> fault)
    {
        try
        {
            OrderWorkflow.Define("w", workflow =>
            {
                workflow.Status("Open", StatusRole.New);
                workflow.Status("Closed", StatusRole.Fulfilled).MayEnd();
                workflow.Transition("T1", "Place").FromNew().To("Open");
                workflow.Transition("T2", "Close").From("Open").To("Closed");
                fault(workflow);
            });
            return [];
        }
        catch (ArgumentException refused)
        {
            return refused.Message.Split(Environment.NewLine + "- ").Skip(1);
        }
    }
}
