namespace SystemLog.Orders.Workflows;

/// <summary>A condition of a transition: a pure question about the order, which gives a reason when the answer is no.</summary>
public sealed record Guard
{
    private readonly Func<TransitionFacts, bool> _isMet;

    /// <summary>Creates a guard.</summary>
    /// <param name="name">What holds when it is met, such as "Covered".</param>
    /// <param name="reason">The code of the reason where it does not hold, such as "NotCovered".</param>
    /// <param name="isMet">The question; without effects, since it may be asked any number of times.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public Guard(string name, string reason, Func<TransitionFacts, bool> isMet)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(isMet);
        (Name, Reason, _isMet) = (name, reason, isMet);
    }

    /// <summary>Gets what holds when it is met; one that begins with '!' is the opposite of the guard named behind it.</summary>
    public string Name { get; }

    /// <summary>Gets the code of the reason where it does not hold.</summary>
    public string Reason { get; }

    /// <summary>Gets the reason in words by language, for guards of the host's own.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets how long the reason must be that a person gives to meet it, in characters; 0 where no reason meets it.</summary>
    public int AsksForReason { get; init; }

    /// <summary>Gets whether it looks at <see cref="TransitionFacts.OpenIssues"/>, which are counted for those guards only.</summary>
    public bool LooksAtIssues { get; init; }

    /// <summary>Returns whether it is met.</summary>
    public bool IsMet(TransitionFacts facts) => _isMet(facts);

    /// <summary>Returns the opposite.</summary>
    /// <param name="reason">The code of the reason where the opposite does not hold; the default is this guard's name.</param>
    public Guard Not(string? reason = null) =>
        new(Name[0] == '!' ? Name[1..] : "!" + Name, reason ?? Name.TrimStart('!'), facts => !_isMet(facts)) { LooksAtIssues = LooksAtIssues };

    /// <summary>Returns whether the two can never both be met.</summary>
    public bool Excludes(Guard other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name.TrimStart('!') == other.Name.TrimStart('!') && Name[0] == '!' != (other.Name[0] == '!');
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
