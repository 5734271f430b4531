using System.Data.Common;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;

namespace SystemLog.Orders;

/// <summary>Keeps the status of orders and bookings: takes them in, says what a change would do, makes it, and tells why not.</summary>
/// <remarks>
/// A refusal is a value with every reason. Methods throw <see cref="StorageException"/> when the database gives no proper answer, and
/// <see cref="ArgumentException"/> for a type of subject without a workflow or a shop that is not configured.
/// </remarks>
public sealed class OrderService
{
    // Whoever loses a race looks again; who keeps losing is told so.
    private const int Attempts = 3;
    private const int OrphansShown = 1_000;

    private readonly IOrderStore _store;
    private readonly IOrderQueries _queries;
    private readonly MessageReader _messages;
    private readonly WorkflowDirectory _workflows;
    private readonly OrderFactsReader _facts;
    private readonly OrderHost _host;
    private readonly OrderImporter _importer;

    internal OrderService(
        (IOrderStore Store, IOrderQueries Queries, MessageReader Messages) storage, WorkflowDirectory workflows, OrderFactsReader facts, OrderHost host, OrderImporter importer)
    {
        (_store, _queries, _messages) = storage;
        _importer = importer;
        _workflows = workflows;
        _facts = facts;
        _host = host;
    }

    /// <summary>Returns an order; null where the shop has none such.</summary>
    public Task<OrderState?> FindAsync(OrderRef order, CancellationToken cancellationToken = default) =>
        _host.Knows(order.Shop) ? _store.FindAsync(order, connection: null, cancellationToken) : Task.FromResult<OrderState?>(null);

    /// <summary>Returns the workflow of an order.</summary>
    /// <exception cref="ArgumentException">Its type of subject has none.</exception>
    public OrderWorkflow WorkflowOf(OrderRef order) => _workflows.Of(order);

    /// <summary>Returns the types of subject that have a workflow in a shop, such as "order", each with its workflow.</summary>
    public IReadOnlyList<(string SubjectType, OrderWorkflow Workflow)> WorkflowsIn(string shop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(shop);
        return _workflows.In(shop);
    }

    /// <summary>Takes an order in, or takes over what the host tells of one that is known. A new one gets its first status by the workflow, and whoever
    /// is to be told of that is.</summary>
    /// <param name="snapshot">The order.</param>
    /// <param name="connection">The host's own connection with its transaction open, where the two are to be written together; null otherwise.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="InvalidOperationException">The workflow has no first status for such an order.</exception>
    public async Task<OrderTrackResult> TrackAsync(OrderSnapshot snapshot, DbConnection? connection = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _host.Require(snapshot.Shop);
        var order = new OrderRef(snapshot.Shop, snapshot.Subject);
        var workflow = _workflows.Of(order);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await _store.UpdateSnapshotAsync(snapshot, _host.Now, connection, cancellationToken);
            if (await _store.FindAsync(order, connection, cancellationToken) is { } known)
            {
                return new(known, IsNew: false, []);
            }

            var write = await BeginAsync(snapshot, workflow, cancellationToken);
            if (await _store.SaveAsync(write, connection, cancellationToken) == OrderSaved.Saved)
            {
                WakeUnlessJoined(write, connection);
                return new(write.State, IsNew: true, write.Messages);
            }
        }

        throw new StorageException($"{order} could not be taken in: it came and went meanwhile.", isTransient: true);
    }

    /// <summary>Takes over orders that the shop had before, with the status they have: nobody is told, nothing is asked for, no issue is opened. Those that
    /// are known already are passed over, so that an import that broke off is simply run again.</summary>
    /// <param name="orders">The orders, as many as there are; they are read and saved 500 at a time.</param>
    /// <param name="actor">Who takes them over; null for the system.</param>
    /// <param name="cancellationToken">Stops the import; what was saved stays.</param>
    public Task<OrderImportResult> ImportAsync(
        IAsyncEnumerable<ImportedOrder> orders, Actor? actor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return _importer.ImportAsync(orders, actor ?? Actor.System, cancellationToken);
    }

    /// <inheritdoc cref="ImportAsync(IAsyncEnumerable{ImportedOrder}, Actor?, CancellationToken)" />
    public Task<OrderImportResult> ImportAsync(IEnumerable<ImportedOrder> orders, Actor? actor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return ImportAsync(orders.ToAsyncEnumerable(), actor, cancellationToken);
    }

    /// <summary>Says what a change would do: whether it is allowed, every reason why not, who would be told, and what cannot be undone. Changes nothing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="actor">Who would do it.</param>
    /// <param name="options">What would come with it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The preview; null where the shop has no such order.</returns>
    public async Task<OrderPreview?> PreviewAsync(
        OrderRef order, string trigger, Actor actor, ChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(actor);
        var (wish, fault) = ChangeTexts.Cleaned(options ?? ChangeOptions.None);
        if (await FindAsync(order, cancellationToken) is not { } state)
        {
            return null;
        }

        var workflow = _workflows.Of(order);
        var facts = await _facts.ReadAsync(state, (actor, wish), workflow.Transitions, cancellationToken);
        var scene = await SceneAsync(state, (workflow, facts), wish, cancellationToken);
        return PreviewPlan.Of(state, trigger, scene, fault);
    }

    /// <summary>Makes a change: status, history, decisions about messages and the work that comes of it are saved together, or nothing is.</summary>
    /// <param name="order">The order.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="options">What comes with it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task<ChangeResult> ApplyAsync(
        OrderRef order, string trigger, Actor actor, ChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(actor);
        var (wish, fault) = ChangeTexts.Cleaned(options ?? ChangeOptions.None);
        if (!_host.Knows(order.Shop))
        {
            return NotFound;
        }

        for (var attempt = 1; ; attempt++)
        {
            if (await _store.FindAsync(order, wish.Connection, cancellationToken) is not { } state)
            {
                return NotFound;
            }

            var result = fault is null
                ? await TryAsync(state, trigger, (actor, wish), cancellationToken)
                : await RefusedAsync(state, (actor, wish), [fault], cancellationToken);
            if (result is ChangeResult.Conflict && attempt < Attempts && wish.ExpectedVersion is null)
            {
                continue;
            }

            return attempt > 1 && result is ChangeResult.Refused ? new ChangeResult.Conflict(state) : result;
        }
    }

    /// <summary>Returns what somebody can do with an order now, and why the rest is not allowed.</summary>
    /// <returns>The choices; empty where the order's status is not defined any more and nothing leads out of it.</returns>
    public async Task<IReadOnlyList<TransitionChoice>> ChoicesAsync(OrderState state, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        var workflow = _workflows.Of(state.Order);
        return workflow.ChoicesIn(
            state.Status, await _facts.ReadAsync(state, (actor, ChangeOptions.None), workflow.Transitions, cancellationToken));
    }

    /// <summary>Returns the orders of a shop whose status their workflow does not define any more, the first 1,000 by number: they are kept, and an
    /// override leads out.</summary>
    public async Task<IReadOnlyList<OrderState>> OrphansAsync(string shop, CancellationToken cancellationToken = default)
    {
        _host.Require(shop);
        var inUse = await _queries.StatusesAsync(shop, cancellationToken);
        var orphans = new List<OrderState>();
        foreach (var (subjectType, workflow) in _workflows.In(shop))
        {
            var unknown = inUse.Where(code => workflow.Statuses.All(status => status.Code != code)).ToList();
            orphans.AddRange(await _queries.InStatusesAsync(shop, new(subjectType, unknown), OrphansShown, after: null, cancellationToken));
        }

        return orphans;
    }

    /// <summary>Returns how an order is treated, and which settings decided that.</summary>
    public EffectivePolicy PolicyOf(OrderState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _facts.PolicyOf(state.Snapshot);
    }

    /// <summary>Returns what was decided about messages of an order and what has become of each, newest first.</summary>
    /// <param name="order">The order.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<OrderMessage>> MessagesAsync(OrderRef order, int limit = 100, CancellationToken cancellationToken = default) =>
        _messages.ReadAsync(order, limit, cancellationToken);

    /// <summary>Turns the messages of an order on or off.</summary>
    /// <returns>Whether there is such an order and it was set differently.</returns>
    public Task<bool> SwitchMessagesAsync(OrderRef order, bool on, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _host.Knows(order.Shop) ? _store.SwitchMessagesAsync(order, on, (actor, _host.Now), cancellationToken) : Task.FromResult(false);
    }

    /// <summary>Keeps that the goods have left the house: a fact apart from the status. Said again, the later word counts.</summary>
    /// <returns>Whether there is such an order and this is new.</returns>
    /// <exception cref="ArgumentException">The carrier or the tracking number is longer than <see cref="HandOver.MaxLength"/>.</exception>
    public Task<bool> HandOverAsync(OrderRef order, HandOver handOver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(handOver.Carrier?.Length ?? 0, HandOver.MaxLength, nameof(handOver));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(handOver.TrackingNumber?.Length ?? 0, HandOver.MaxLength, nameof(handOver));
        var cleaned = handOver with { Carrier = ChangeTexts.Clean(handOver.Carrier), TrackingNumber = ChangeTexts.Clean(handOver.TrackingNumber) };
        return _host.Knows(order.Shop) ? _store.HandOverAsync(order, cleaned, cancellationToken) : Task.FromResult(false);
    }

    /// <summary>Writes a note on an order, 1 to 4,000 characters.</summary>
    /// <returns>Whether there is such an order.</returns>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public Task<bool> NoteAsync(OrderRef order, string text, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, ChangeOptions.MaxNoteLength, nameof(text));
        ArgumentNullException.ThrowIfNull(actor);
        return _host.Knows(order.Shop)
            ? _store.NoteAsync(order, ChangeTexts.Clean(text)!, (actor, _host.Now), cancellationToken)
            : Task.FromResult(false);
    }

    private static ChangeResult.Refused NotFound => new([new(RefusalCodes.NotFound)], []);

    private async Task<OrderWrite> BeginAsync(OrderSnapshot snapshot, OrderWorkflow workflow, CancellationToken cancellationToken)
    {
        var trigger = workflow.Transitions.First(transition => transition.IsInitial).Trigger;
        var facts = await _facts.ReadNewAsync(snapshot, cancellationToken);
        var decision = workflow.Decide(status: null, trigger, facts);
        if (!decision.IsAllowed)
        {
            throw new InvalidOperationException(
                $"{workflow.Name} has no first status for {snapshot.Subject}: {string.Join(", ", decision.Refusals(status: null))}.");
        }

        return ChangePlan.ForNew(snapshot, decision.Transition!, decision.To!, new()
        {
            Workflow = workflow,
            Facts = facts,
            Options = ChangeOptions.None,
            Available = _host.Available,
            TellsHost = _host.TellsHost,
        });
    }

    private async Task<ChangeResult> TryAsync(
        OrderState state, string trigger, (Actor Actor, ChangeOptions Options) wish, CancellationToken cancellationToken)
    {
        if (wish.Options.ExpectedVersion is { } expected && expected != state.Version)
        {
            return await IsSameCommandAsync(state, wish.Options, cancellationToken)
                ? new ChangeResult.NoChange(state, NoChangeReason.SameCommand)
                : new ChangeResult.Conflict(state);
        }

        var workflow = _workflows.Of(state.Order);
        var facts = await _facts.ReadAsync(
            state, wish, [.. workflow.Transitions.Where(transition => transition.Trigger == trigger)], cancellationToken);
        var decision = workflow.Decide(state.Status, trigger, facts);
        if (!decision.IsAllowed)
        {
            return await NotAllowedAsync(state, (trigger, decision), wish, cancellationToken);
        }

        var scene = await SceneAsync(state, (workflow, facts), wish.Options, cancellationToken);
        var write = decision.Transition!.IsInternal
            ? ChangePlan.ForEvent(state, decision.Transition, scene)
            : ChangePlan.ForChange(state, decision.Transition, decision.To!, scene);
        switch (await _store.SaveAsync(write, wish.Options.Connection, cancellationToken))
        {
            case OrderSaved.Saved:
                WakeUnlessJoined(write, wish.Options.Connection);
                return new ChangeResult.Changed(write.State, write.Change, write.Messages);
            case OrderSaved.SameCommand:
                return new ChangeResult.NoChange(
                    await _store.FindAsync(state.Order, wish.Options.Connection, cancellationToken) ?? state, NoChangeReason.SameCommand);
            default:
                return new ChangeResult.Conflict(
                    await _store.FindAsync(state.Order, wish.Options.Connection, cancellationToken) ?? state);
        }
    }

    private async Task<ChangeResult> NotAllowedAsync(
        OrderState state, (string Trigger, Decision Decision) what, (Actor Actor, ChangeOptions Options) wish, CancellationToken cancellationToken)
    {
        if (await IsSameCommandAsync(state, wish.Options, cancellationToken))
        {
            return new ChangeResult.NoChange(state, NoChangeReason.SameCommand);
        }

        var workflow = _workflows.Of(state.Order);
        if (what.Decision.IsAlreadyThere || (what.Decision.Transition is null && workflow.LeadsTo(what.Trigger, state.Status)))
        {
            return new ChangeResult.NoChange(state, NoChangeReason.AlreadyThere);
        }

        if (!wish.Actor.IsPerson && what.Decision.Transition is null && state.StatusBeforeError is { } before
            && workflow.Find(before) is { } known && workflow.LeadsOn(what.Trigger, known.Code))
        {
            await WaitAsync(state, what.Trigger, wish, cancellationToken);
            return new ChangeResult.NoChange(state, NoChangeReason.WaitsForResume);
        }

        return await RefusedAsync(state, wish, what.Decision.Refusals(state.Status), cancellationToken);
    }

    private async Task<ChangeResult> RefusedAsync(
        OrderState state, (Actor Actor, ChangeOptions Options) wish, IReadOnlyList<Refusal> reasons, CancellationToken cancellationToken)
    {
        var choices = await ChoicesAsync(state, wish.Actor, cancellationToken);
        return new ChangeResult.Refused(reasons, [.. choices.Where(choice => choice.IsAllowed)]);
    }

    private Task WaitAsync(OrderState state, string trigger, (Actor Actor, ChangeOptions Options) wish, CancellationToken cancellationToken)
    {
        var waiting = new WaitingTrigger(
            trigger, new(wish.Actor.Id, wish.Actor.Name, wish.Actor.Kind), wish.Options.CommandId ?? Guid.CreateVersion7(_host.Now).ToString("N"))
        {
            To = wish.Options.To,
            Reason = wish.Options.Reason,
            CorrelationId = wish.Options.CorrelationId,
        };
        return _host.EnqueueAsync(TriggerHandler.WorkOf(state.Order, waiting, _host.Now), wish.Options.Connection, cancellationToken);
    }

    private async Task<bool> IsSameCommandAsync(OrderState state, ChangeOptions options, CancellationToken cancellationToken) =>
        options.CommandId is { } command
        && await _store.FindCommandAsync(state.Order.Shop, command, options.Connection, cancellationToken) is not null;

    private async Task<ChangeScene> SceneAsync(
        OrderState state, (OrderWorkflow Workflow, TransitionFacts Facts) what, ChangeOptions options, CancellationToken cancellationToken) => new()
    {
        Workflow = what.Workflow,
        Facts = what.Facts,
        Options = options,
        Available = _host.Available,
        TellsHost = _host.TellsHost,
        ReturnsFromError = state.StatusBeforeError is not null,
        Reverting = await RevertingAsync(state, what.Facts, options, cancellationToken),
    };

    // What was changed a moment ago can be taken back before anybody has been told.
    private async Task<Reverting?> RevertingAsync(OrderState state, TransitionFacts facts, ChangeOptions options, CancellationToken cancellationToken)
    {
        var hold = facts.Policy.HoldBack.Value;
        if (hold == TimeSpan.Zero || facts.Now - state.StatusSince >= hold
            || await _store.LastChangeAsync(state.Order, options.Connection, cancellationToken) is not { From: { } from } last)
        {
            return null;
        }

        var cause = ChangePlan.CauseOf(last);
        var messages = await _store.MessagesOfAsync(state.Order, cause, options.Connection, cancellationToken);
        return messages.Any(message => message.State == MessageState.Planned)
            && messages.All(message => message.State is MessageState.Planned or MessageState.Suppressed)
            ? new(from, cause)
            : null;
    }

    private void WakeUnlessJoined(OrderWrite write, DbConnection? connection)
    {
        if (connection is null)
        {
            _host.Wake(write.Work);
        }
    }
}
