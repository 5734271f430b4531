namespace SystemLog.Orders.Workflows;

/// <summary>Defines a transition.</summary>
public sealed class TransitionBuilder
{
    private readonly string _id;
    private readonly string _trigger;
    private readonly List<string> _from = [];
    private readonly List<TransitionTarget> _to = [];
    private readonly List<Guard> _guards = [];
    private readonly List<Guard> _warnings = [];
    private readonly Dictionary<Audience, NoticeRule> _notices = [];
    private readonly List<PaymentHintRule> _hints = [];
    private Transition _transition;
    private string[]? _butNotFrom;

    internal TransitionBuilder(string id, string trigger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(trigger);
        (_id, _trigger) = (id, trigger);
        _transition = new() { Id = id, Trigger = trigger, From = [], To = [], Mode = TransitionMode.Either };
    }

    internal string Trigger => _trigger;

    /// <summary>Lets orders come into being by it.</summary>
    public TransitionBuilder FromNew() => With(_transition with { IsInitial = true });

    /// <summary>Leads on from these statuses.</summary>
    public TransitionBuilder From(params ReadOnlySpan<string> codes)
    {
        _from.AddRange(codes);
        return this;
    }

    /// <summary>Leads on from every status, also from one that is not defined any more.</summary>
    public TransitionBuilder FromAny() => With(_transition with { IsFromAny = true });

    /// <summary>Leads on from every status but these.</summary>
    public TransitionBuilder FromAllBut(params string[] codes)
    {
        _butNotFrom = codes;
        return this;
    }

    /// <summary>Leads to a status. Several of them need guards that exclude each other.</summary>
    public TransitionBuilder To(string code, params IReadOnlyList<Guard> when)
    {
        _to.Add(new TransitionTarget.Status(code, [.. when]));
        return this;
    }

    /// <summary>Leads back to the status before the error.</summary>
    public TransitionBuilder ToPrevious()
    {
        _to.Add(new TransitionTarget.Previous([]));
        return this;
    }

    /// <summary>Leads to the status that is chosen among these; among all where none is named.</summary>
    public TransitionBuilder ToChosen(params IReadOnlyList<string> codes)
    {
        _to.Add(new TransitionTarget.Chosen([.. codes]));
        return this;
    }

    /// <summary>Only the system, a provider or an integration sets it off. The default is that people may too.</summary>
    public TransitionBuilder Automatic() => With(_transition with { Mode = TransitionMode.Automatic });

    /// <summary>Only people set it off. The default is that the system may too.</summary>
    public TransitionBuilder Manual() => With(_transition with { Mode = TransitionMode.Manual });

    /// <summary>People need one of these rights.</summary>
    public TransitionBuilder Right(params string[] anyOf) => With(_transition with { Right = new RightRequirement.AnyOf(anyOf) });

    /// <summary>People need all of these rights.</summary>
    public TransitionBuilder AllRights(params string[] allOf) => With(_transition with { Right = new RightRequirement.AllOf(allOf) });

    /// <summary>Holds only where these do.</summary>
    public TransitionBuilder Guard(params ReadOnlySpan<Guard> guards)
    {
        _guards.AddRange(guards);
        return this;
    }

    /// <summary>Says so in the preview where one of these does not hold, and holds nevertheless.</summary>
    public TransitionBuilder Warn(params ReadOnlySpan<Guard> guards)
    {
        _warnings.AddRange(guards);
        return this;
    }

    /// <summary>Tells an audience. Without it nobody is ever told.</summary>
    public TransitionBuilder Tell(Audience audience, NoticeRule rule)
    {
        _notices[audience] = rule;
        return this;
    }

    /// <summary>Suggests something for the money.</summary>
    /// <param name="hint">What.</param>
    /// <param name="to">The only status to suggest it for, where the status is chosen; null for every one.</param>
    /// <param name="states">In which states of the payment.</param>
    public TransitionBuilder Suggest(PaymentHint hint, string? to = null, params ReadOnlySpan<PaymentState> states)
    {
        foreach (var state in states)
        {
            _hints.Add(new(state, hint, to));
        }

        return this;
    }

    /// <summary>Goes past the rules of the workflow; the history says so for ever.</summary>
    public TransitionBuilder Override() => With(_transition with { IsOverride = true });

    /// <summary>Keeps the status: something happened to the order that people are told of.</summary>
    public TransitionBuilder Internal() => With(_transition with { IsInternal = true });

    /// <summary>Remembers the status the order comes from, for the way back.</summary>
    public TransitionBuilder RemembersStatus() => With(_transition with { RemembersStatus = true });

    /// <summary>Records an approval.</summary>
    public TransitionBuilder Approves() => With(_transition with { IsApproval = true });

    internal Transition Build(IReadOnlyList<string> codes, IReadOnlyList<string> remembered) => _transition with
    {
        Id = _id,
        Trigger = _trigger,
        From = StartsAmong(codes),
        To = [.. _to.Select(target => target switch
        {
            TransitionTarget.Chosen { Codes.Count: 0 } => new TransitionTarget.Chosen(codes),
            TransitionTarget.Previous => new TransitionTarget.Previous(remembered),
            _ => target,
        })],
        Guards = [.. _guards],
        Warnings = [.. _warnings],
        Notices = new Dictionary<Audience, NoticeRule>(_notices),
        Hints = [.. _hints],
    };

    /// <summary>Returns the statuses that an order remembers when it leaves them by this transition.</summary>
    internal IReadOnlyList<string> RememberedAmong(IReadOnlyList<string> codes) =>
        !_transition.RemembersStatus ? [] : _transition.IsFromAny ? codes : StartsAmong(codes);

    private IReadOnlyList<string> StartsAmong(IReadOnlyList<string> codes) =>
        _butNotFrom is null ? [.. _from] : [.. codes.Except(_butNotFrom, StringComparer.Ordinal)];

    private TransitionBuilder With(Transition transition)
    {
        _transition = transition;
        return this;
    }
}
