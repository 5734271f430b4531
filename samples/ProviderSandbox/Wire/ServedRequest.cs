using ProviderSandbox.Faults;

namespace ProviderSandbox.Wire;

/// <summary>A request that a stand-in received, and what it gave back.</summary>
/// <param name="At">When it arrived, by the sandbox's clock.</param>
/// <param name="Provider">Whose stand-in it reached.</param>
/// <param name="Operation">Name of the operation, or <c>unknown</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query as sent.</param>
/// <param name="IdempotencyKey">The key sent with it, if any.</param>
/// <param name="Body">The request's body.</param>
/// <param name="Status">Status of the answer; null when none was sent.</param>
/// <param name="Fault">The planned fault that was served instead, if any.</param>
public sealed record ServedRequest(
    DateTimeOffset At, Provider Provider, string Operation, string Method, string Path, string? IdempotencyKey, string Body, int? Status, Fault? Fault);
