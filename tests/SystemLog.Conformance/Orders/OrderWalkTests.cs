using FsCheck;
using FsCheck.Fluent;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.Conformance.Orders;

/// <summary>Whatever is asked of an order, in whatever order and by whomever: what is kept is a history that holds.</summary>
public abstract class OrderWalkTests(IStorageFixture storage)
{
    private const int Orders = 12;
    private const int Steps = 40;

    private static readonly PaymentState[] s_payments = Enum.GetValues<PaymentState>();

    public static TheoryData<string> Workflows { get; } = ["impleo", "dandomain", "reservation"];

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task Any_sequence_of_wishes_leaves_a_history_that_holds(string name)
    {
        await using var shop = new WalkingShop(storage, Named(name));
        var changed = 0;

        for (var number = 1; number <= Orders; number++)
        {
            var order = OrderRef.Order(shop.Shop, $"{number}");
            await shop.Orders.TrackAsync(Snapshot(order, shop, PaymentState.Authorized, Gen.Sample(Gen.Elements(true, false), 1)[0]));
            foreach (var step in Gen.Sample(Step(shop.Workflow), Steps))
            {
                changed += await TakeAsync(shop, order, step);
            }

            await VerifyAsync(shop, order);
        }

        changed.Should().BeGreaterThan(Orders / 2, "a walk that goes nowhere proves nothing");
    }

    private static async Task<int> TakeAsync(WalkingShop shop, OrderRef order, Wish step)
    {
        shop.Time.Advance(TimeSpan.FromSeconds(step.Seconds));
        var before = (await shop.Orders.FindAsync(order))!;
        if (step.Payment is { } payment)
        {
            await shop.Orders.TrackAsync(Snapshot(order, shop, payment, before.WasPlacedByApprover));
        }

        var options = step.Options with { ExpectedVersion = step.Stale ? before.Version - 1 : null };
        var preview = (await shop.Orders.PreviewAsync(order, step.Trigger, step.Actor, options))!;
        var result = await shop.Orders.ApplyAsync(order, step.Trigger, step.Actor, options);

        var after = (await shop.Orders.FindAsync(order))!;
        var isChanged = result is ChangeResult.Changed { Change: not null };
        after.Version.Should().Be(before.Version + (isChanged ? 1 : 0), "{0} was {1}", step, result);
        if (!step.Stale && result is ChangeResult.Changed or ChangeResult.Refused)
        {
            preview.IsAllowed.Should().Be(result is ChangeResult.Changed, "the preview of {0} promised it", step);
        }

        return isChanged ? 1 : 0;
    }

    private async Task VerifyAsync(WalkingShop shop, OrderRef order)
    {
        var state = (await shop.Orders.FindAsync(order))!;
        var history = (await storage.OrderQueries.HistoryAsync(order, 1_000)).Reverse().ToList();
        var messages = await storage.OrderQueries.MessagesAsync(order, 1_000);

        history.Select(change => change.Sequence).Should().Equal(Enumerable.Range(1, history.Count).Select(number => (long)number));
        history[0].From.Should().BeNull();
        history.Skip(1).Select(change => change.From).Should().Equal(history.SkipLast(1).Select(change => change.To));
        history.Should().OnlyContain(change => change.From != change.To && change.Actor.Id.Length > 0 && change.WorkflowVersion == shop.Workflow.Version);
        history.Zip(history.Skip(1)).Where(pair => pair.First.At > pair.Second.At).Should().BeEmpty();
        (state.Status, state.Version, state.StatusSince).Should().Be((history[^1].To, history.Count, history[^1].At));
        (state.StatusBeforeError is not null).Should().Be(history[^1].Trigger == "Fail");
        foreach (var change in history)
        {
            VerifyChange(shop, change, history, messages);
        }
    }

    private static void VerifyChange(WalkingShop shop, StatusChange change, List<StatusChange> history, IReadOnlyList<OrderMessage> messages)
    {
        var transition = shop.Workflow.Transitions.Single(known => known.Id == change.Transition);
        var decided = messages.Where(message => message.Cause == $"{change.Sequence}").ToList();

        transition.Trigger.Should().Be(change.Trigger);
        (transition.IsFromAny || (change.From is null ? transition.IsInitial : transition.From.Contains(change.From))).Should().BeTrue("{0} leads on from there", change);
        transition.To.Any(target => LeadsTo(target, change, history)).Should().BeTrue("{0} leads there", change);
        change.IsOverride.Should().Be(transition.IsOverride);
        change.IsAutomatic.Should().Be(transition.Mode == TransitionMode.Automatic || !change.Actor.IsPerson);
        (transition.Mode == TransitionMode.Manual && change.IsAutomatic).Should().BeFalse();
        transition.Notices.Where(notice => notice.Value != NoticeRule.Never).Select(notice => notice.Key)
            .Should().BeSubsetOf(decided.Select(message => message.Audience), "every decision about {0} is kept", change);
        decided.Where(message => (message.State == MessageState.Suppressed) != (message.Suppressed is not null)).Should().BeEmpty();
        if (change.Trigger == "Resume")
        {
            decided.Should().NotBeEmpty().And.OnlyContain(message => message.Suppressed == SuppressionReason.ReentryAfterError);
        }
    }

    private static bool LeadsTo(TransitionTarget target, StatusChange change, List<StatusChange> history) => target switch
    {
        TransitionTarget.Status status => status.Code == change.To,
        TransitionTarget.Chosen chosen => chosen.Codes.Contains(change.To),
        _ => history.Take((int)change.Sequence - 1).Last(earlier => earlier.Trigger == "Fail").From == change.To,
    };

    private static Gen<Wish> Step(OrderWorkflow workflow) =>
        from trigger in Gen.Elements([.. workflow.Triggers.Select(one => one.Name), "Unheard"])
        from actor in Gen.Frequency((4, Gen.Constant(WalkingShop.Actors[0])), (3, Gen.Elements(WalkingShop.Actors.ToArray())))
        from to in Gen.Elements<string?>([.. workflow.Statuses.Select(status => status.HostCode), "nowhere", null])
        from reason in Gen.Elements<string?>("a reason of some length", "short", null)
        from notify in Gen.Elements<bool?>(null, null, true, false)
        from channels in Gen.Elements(MessageChannels.Email, MessageChannels.Email | MessageChannels.Sms, MessageChannels.None)
        from payment in Gen.Frequency((3, Gen.Constant<PaymentState?>(null)), (1, Gen.Elements(s_payments).Select(state => (PaymentState?)state)))
        from seconds in Gen.Choose(0, 200)
        from stale in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Wish(trigger, actor, new() { To = to, Reason = reason, Notify = notify, Channels = channels, Issue = "i-1" }, payment, seconds, stale);

    private static OrderSnapshot Snapshot(OrderRef order, WalkingShop shop, PaymentState payment, bool byApprover) => new()
    {
        Shop = order.Shop,
        Subject = order.Subject,
        PlacedAt = shop.Time.GetUtcNow(),
        Total = new(10_000, "NOK"),
        PlacedBy = WalkingShop.Actors[3],
        PlacedByApprover = byApprover,
        Customer = new() { Id = "c1", Email = "c1@customer.example" },
        InvoiceNumber = "F-1",
        NeedsProduction = payment == PaymentState.Captured,
        Payment = new(payment)
        {
            AuthorizedMinor = payment == PaymentState.Authorized ? 10_000 : 0,
            CapturedMinor = payment is PaymentState.Captured or PaymentState.Refunded ? 10_000 : 0,
        },
    };

    private static OrderWorkflow Named(string name) => name switch
    {
        "impleo" => OrderWorkflow.Impleo,
        "dandomain" => OrderWorkflow.DanDomain,
        _ => OrderWorkflow.Reservation,
    };

    private sealed record Wish(string Trigger, Actor Actor, ChangeOptions Options, PaymentState? Payment, int Seconds, bool Stale);
}
