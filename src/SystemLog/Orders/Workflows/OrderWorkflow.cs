using System.Collections.Frozen;
using SystemLog.Orders.Workflows.BuiltIn;
using SystemLog.Orders.Workflows.Formats;

namespace SystemLog.Orders.Workflows;

/// <summary>
/// The statuses of orders and the ways between them: data that can be read, drawn, checked and decided by. Made by
/// <see cref="Define"/> or one of the built-in ones; only code makes one.
/// </summary>
public sealed class OrderWorkflow
{
    private readonly NameIndex _statusIndex;
    private readonly NameIndex _triggerIndex;
    private readonly FrozenDictionary<string, OrderStatus> _spellings;
    private readonly FrozenSet<(string From, string To)> _ways;

    // By status (the first row is of orders that do not exist yet) and trigger.
    private readonly Candidate[]?[] _table;
    private readonly int _columns;

    internal OrderWorkflow(WorkflowDraft draft)
    {
        Name = draft.Name;
        Mode = draft.Mode;
        Statuses = [.. draft.Statuses];
        Transitions = [.. draft.Transitions];
        Triggers = [.. draft.Triggers];
        _statusIndex = new([.. Statuses.Select(status => status.Code)]);
        _triggerIndex = new([.. Triggers.Select(trigger => trigger.Name)]);
        _columns = Triggers.Count;
        _spellings = Spellings.Of(Statuses);
        _ways = Way.AllOf(Statuses, Transitions).Where(way => way.From is not null).Select(way => (way.From!, way.To)).ToFrozenSet();
        _table = TransitionTable.Of(this);
        Version = WorkflowVersion.Of(draft);
    }

    /// <summary>Gets the thirteen statuses of Impleo Web: approval, production, delivery and invoice, every way on a transition of its own.</summary>
    public static OrderWorkflow Impleo => ImpleoWorkflow.Instance;

    /// <summary>Gets DanDomain's order processing: staff choose the status.</summary>
    public static OrderWorkflow DanDomain => DanDomainWorkflow.Instance;

    /// <summary>Gets the workflow of bookings: confirmed where the shop wants that, moved, kept or not.</summary>
    public static OrderWorkflow Reservation => ReservationWorkflow.Instance;

    /// <summary>Gets the name, stored with every order.</summary>
    public string Name { get; }

    /// <summary>Gets the version: the same as long as its rules and codes are the same, whatever its labels; 16 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Gets how it treats changes by hand.</summary>
    public WorkflowMode Mode { get; }

    /// <summary>Gets the statuses in their order.</summary>
    public IReadOnlyList<OrderStatus> Statuses { get; }

    /// <summary>Gets the triggers in the order in which they first appear.</summary>
    public IReadOnlyList<WorkflowTrigger> Triggers { get; }

    /// <summary>Gets the transitions.</summary>
    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>Defines a workflow.</summary>
    /// <param name="name">The name, 1 to 64 characters; it is stored with every order.</param>
    /// <param name="define">Adds the statuses and transitions.</param>
    /// <exception cref="ArgumentException">The definition cannot work; the message names every fault.</exception>
    public static OrderWorkflow Define(string name, Action<WorkflowBuilder> define)
    {
        ArgumentNullException.ThrowIfNull(define);
        var builder = new WorkflowBuilder(name);
        define(builder);
        return builder.Build();
    }

    /// <summary>Returns the status that a text names: its code or an alias, whatever their case, spaces, '_' and '-'; null where none does.</summary>
    public OrderStatus? Find(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var index = _statusIndex.Find(text);
        return index >= 0 ? Statuses[index] : _spellings.GetValueOrDefault(Spellings.Normal(text));
    }

    /// <summary>Decides whether a trigger may be set off. Guards alone are asked; nothing is changed.</summary>
    /// <param name="status">The code of the present status; null for an order that does not exist yet.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="facts">What the guards look at.</param>
    public Decision Decide(string? status, string trigger, TransitionFacts facts)
    {
        var column = _triggerIndex.Find(trigger);
        if (column < 0)
        {
            return new(this, null, null, TransitionFault.UnknownTrigger, 0);
        }

        var row = RowOf(status);
        if (row < 0)
        {
            // An order whose status is not defined any more has one way out: what leads on from any status.
            var ways = TransitionTable.OfOrphan(this, trigger);
            return ways is null ? new(this, null, null, TransitionFault.OrphanStatus, 0) : Nearest(ways, status, facts);
        }

        var candidates = _table[(row * _columns) + column];
        if (candidates is null)
        {
            return new(this, null, null, TransitionFault.NotDefined, 0);
        }

        return candidates.Length == 1 ? candidates[0].Decide(this, status, facts) : Nearest(candidates, status, facts);
    }

    /// <summary>Returns what can be set off from a status, and why the rest cannot, in the order of the triggers.</summary>
    /// <param name="status">The code of the present status.</param>
    /// <param name="facts">What the guards look at.</param>
    public IReadOnlyList<TransitionChoice> ChoicesIn(string status, TransitionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(facts);
        var choices = new List<TransitionChoice>();
        foreach (var trigger in Triggers)
        {
            var decision = Decide(status, trigger.Name, facts);
            if (decision.Transition is { } transition)
            {
                choices.Add(TransitionChoice.Of(trigger, transition, decision, status));
            }
        }

        return choices;
    }

    /// <summary>Returns the same workflow, in which the host is told another spelling of a status.</summary>
    /// <param name="code">The status.</param>
    /// <param name="hostCode">The spelling; it becomes the status's first alias.</param>
    /// <exception cref="ArgumentException">There is no such status, or another one has that spelling.</exception>
    public OrderWorkflow WithHostCode(string code, string hostCode)
    {
        var changed = Find(code) ?? throw new ArgumentException($"'{code}' is no status of {Name}.", nameof(code));
        IReadOnlyList<string> aliases = [hostCode, .. changed.Aliases.Where(alias => alias != hostCode)];
        return new WorkflowDraft(Name, Mode, [.. Statuses.Select(status => status == changed ? changed with { Aliases = aliases } : status)], Transitions, Triggers)
            .Build();
    }

    /// <summary>Returns whether a trigger leads on from a status, whatever the guards say.</summary>
    internal bool LeadsOn(string trigger, string code) =>
        _triggerIndex.Find(trigger) is >= 0 and var column && RowOf(code) is >= 0 and var row && _table[(row * _columns) + column] is not null;

    /// <summary>Returns whether a trigger leads to a status, from wherever.</summary>
    internal bool LeadsTo(string trigger, string code) =>
        Transitions.Any(transition => transition.Trigger == trigger && transition.To.Any(target => target is TransitionTarget.Status to && to.Code == code));

    /// <summary>Returns whether a transition leads straight from one status to another, not counting those that pass the rules by.</summary>
    internal bool HasWay(string from, string to) => _ways.Contains((from, to));

    /// <summary>Returns the whole definition as JSON.</summary>
    public string ToJson() => JsonFormat.Write(this);

    /// <summary>Returns a state diagram for Mermaid. What goes past the rules is left out: it leads from anywhere to anywhere.</summary>
    /// <param name="language">The language of the labels for staff, such as "nb"; null for codes and triggers.</param>
    public string ToMermaid(string? language = null) => MermaidFormat.Write(this, language);

    /// <summary>Returns a graph for Graphviz. What goes past the rules is left out: it leads from anywhere to anywhere.</summary>
    /// <param name="language">The language of the labels for staff, such as "nb"; null for codes and triggers.</param>
    public string ToDot(string? language = null) => DotFormat.Write(this, language);

    /// <summary>Returns a table in Markdown of the transitions that lead from a status to another. What goes past the rules is left out.</summary>
    /// <param name="language">The language of the labels for staff, such as "nb"; null for codes.</param>
    public string ToMatrix(string? language = null) => MatrixFormat.Write(this, language);

    /// <summary>Returns the row of a status in the table; -1 for one that is not defined.</summary>
    private int RowOf(string? status)
    {
        if (status is null)
        {
            return 0;
        }

        var index = _statusIndex.Find(status);
        return index < 0 ? -1 : index + 1;
    }

    private Decision Nearest(Candidate[] candidates, string? status, TransitionFacts facts)
    {
        var nearest = candidates[0].Decide(this, status, facts);
        for (var i = 1; i < candidates.Length && nearest.Distance > 0; i++)
        {
            var next = candidates[i].Decide(this, status, facts);
            nearest = next.Distance < nearest.Distance ? next : nearest;
        }

        return nearest;
    }
}
