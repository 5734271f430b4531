namespace SystemLog.Issues;

/// <summary>A person who solved subjects, and how many people did.</summary>
internal sealed class SolverRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public long InAll { get; init; }

    public Actor ToActor() => new(Id, Name);
}
