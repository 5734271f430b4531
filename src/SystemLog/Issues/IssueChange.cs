namespace SystemLog.Issues;

/// <summary>What a person does to issues. None of it touches the order.</summary>
public abstract record IssueChange
{
    private IssueChange(Actor actor, DateTimeOffset at)
    {
        Actor = actor;
        At = at;
    }

    /// <summary>Gets who does it.</summary>
    public Actor Actor { get; }

    /// <summary>Gets when.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Marks open issues as solved.</summary>
    public sealed record Solve(Actor By, DateTimeOffset When, SolvedHow How, string? Note = null) : IssueChange(By, When);

    /// <summary>Opens solved issues again: they were solved too early, so the round goes on with its number and its counts.</summary>
    public sealed record Reopen(Actor By, DateTimeOffset When) : IssueChange(By, When);

    /// <summary>Gives issues to somebody; null takes them back.</summary>
    public sealed record Assign(Actor By, DateTimeOffset When, Actor? To) : IssueChange(By, When);

    /// <summary>Keeps issues off the overview and the badge until a time; null brings them back.</summary>
    public sealed record Mute(Actor By, DateTimeOffset When, DateTimeOffset? Until) : IssueChange(By, When);

    /// <summary>Writes a comment, at most 4,000 characters.</summary>
    public sealed record Comment(Actor By, DateTimeOffset When, string Text) : IssueChange(By, When);
}
