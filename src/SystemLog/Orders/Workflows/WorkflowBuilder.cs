using SystemLog.Orders.Workflows.BuiltIn;

namespace SystemLog.Orders.Workflows;

/// <summary>Defines a workflow, status by status and transition by transition.</summary>
public sealed class WorkflowBuilder
{
    private readonly string _name;
    private readonly List<StatusBuilder> _statuses = [];
    private readonly List<TransitionBuilder> _transitions = [];
    private readonly Dictionary<string, Dictionary<string, string>> _labels = new(StringComparer.Ordinal);
    private WorkflowMode _mode;

    internal WorkflowBuilder(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, 64, nameof(name));
        _name = name;
    }

    /// <summary>Lets staff choose the status. Without it, every way from one status to another is a transition of its own.</summary>
    public WorkflowBuilder Permissive()
    {
        _mode = WorkflowMode.Permissive;
        return this;
    }

    /// <summary>Adds a status; lists show them in the order in which they are added.</summary>
    /// <param name="code">The code, 1 to 64 characters; it is stored with every order.</param>
    /// <param name="role">What it means.</param>
    public StatusBuilder Status(string code, StatusRole role)
    {
        var status = new StatusBuilder(code, role, _statuses.Count + 1);
        _statuses.Add(status);
        return status;
    }

    /// <summary>Adds a transition.</summary>
    /// <param name="id">The id, unique in the workflow.</param>
    /// <param name="trigger">What sets it off. Several transitions may have one trigger.</param>
    public TransitionBuilder Transition(string id, string trigger)
    {
        var transition = new TransitionBuilder(id, trigger);
        _transitions.Add(transition);
        return transition;
    }

    /// <summary>Says what the button of a trigger says.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="language">The language, such as "nb".</param>
    /// <param name="label">The words.</param>
    public WorkflowBuilder Label(string trigger, string language, string label)
    {
        if (!_labels.TryGetValue(trigger, out var labels))
        {
            _labels[trigger] = labels = new(StringComparer.Ordinal);
        }

        labels[language] = label;
        return this;
    }

    /// <summary>Takes the labels of every status and trigger from files.</summary>
    /// <exception cref="InvalidOperationException">A file has a label too few or too many.</exception>
    internal void Label(IReadOnlyList<WorkflowTexts> languages)
    {
        foreach (var texts in languages)
        {
            RequireSame(texts, _statuses.Select(status => status.Code), texts.Statuses.Keys);
            RequireSame(texts, _transitions.Select(transition => transition.Trigger), texts.Triggers.Keys);
            _statuses.ForEach(status => status.Label(texts.Language, texts.Statuses[status.Code].Staff, texts.Statuses[status.Code].Customer));
            foreach (var (trigger, label) in texts.Triggers)
            {
                Label(trigger, texts.Language, label);
            }
        }
    }

    internal OrderWorkflow Build()
    {
        var statuses = _statuses.ConvertAll(status => status.Build());
        IReadOnlyList<string> codes = statuses.ConvertAll(status => status.Code);
        IReadOnlyList<string> remembered = [.. _transitions.SelectMany(transition => transition.RememberedAmong(codes)).Distinct(StringComparer.Ordinal)];
        var transitions = _transitions.ConvertAll(transition => transition.Build(codes, remembered));
        IReadOnlyList<WorkflowTrigger> triggers =
        [
            .. transitions.Select(transition => transition.Trigger).Distinct(StringComparer.Ordinal)
                .Select(trigger => new WorkflowTrigger(trigger, _labels.GetValueOrDefault(trigger) ?? [])),
        ];
        return new WorkflowDraft(_name, _mode, statuses, transitions, triggers).Build();
    }

    private void RequireSame(WorkflowTexts texts, IEnumerable<string> defined, IEnumerable<string> labelled)
    {
        var differing = defined.ToHashSet(StringComparer.Ordinal);
        differing.SymmetricExceptWith(labelled);
        if (differing.Count > 0)
        {
            throw new InvalidOperationException($"The labels of {_name} in '{texts.Language}' do not fit: {string.Join(", ", differing)}.");
        }
    }
}
