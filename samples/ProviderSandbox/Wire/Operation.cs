namespace ProviderSandbox.Wire;

/// <summary>One call of a provider's API: the name that faults use, the method, the path below the provider's base, and what it does.</summary>
internal sealed record Operation(string Name, string Method, string Pattern, Func<Call, Answer> Handle);
