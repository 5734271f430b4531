namespace ProviderSandbox.Wire;

/// <summary>
/// What all stand-ins of one sandbox share. One gate for everything: operations are short and in memory, and a
/// seed or an assertion never sees half an operation.
/// </summary>
internal sealed class SandboxState(TimeProvider clock)
{
    public Lock Gate { get; } = new();

    public SandboxIds Ids { get; } = new();

    public DateTimeOffset Now => clock.GetUtcNow();
}
