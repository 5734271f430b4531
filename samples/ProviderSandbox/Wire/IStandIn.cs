using ProviderSandbox.Faults;

namespace ProviderSandbox.Wire;

/// <summary>One provider's stand-in. All members are called under the sandbox's gate.</summary>
internal interface IStandIn : IFailing
{
    /// <summary>Path of the API's base below the sandbox's address, without a closing slash.</summary>
    string BasePath { get; }

    IReadOnlyList<Operation> Operations { get; }

    IReadOnlyList<string> IFailing.OperationNames => [.. Operations.Select(operation => operation.Name)];

    string? IFailing.OperationOf(FaultKind kind) => null;

    string? IFailing.WhyNot(FaultKind kind) =>
        kind is FaultKind.Documented { Code: var code } && Documented(code, null) is null ? $"{Provider} documents no error '{code}'." : null;

    /// <summary>The answer to a call that is refused before it reaches its operation: credentials, rate limit, size; or null.</summary>
    Answer? Refuse(Call call);

    /// <summary>References that belong to the call though they are not written in it, such as the order number of the payment in the path.</summary>
    IEnumerable<string> ReferencesOf(Call call);

    Answer UnknownPath(Call call);

    Answer Outage(int status, Call call);

    Answer RateLimited(Call call);

    /// <summary>The answer that carries a documented error code, or null when the provider has no such code.</summary>
    Answer? Documented(string code, Call? call);

    /// <summary>Adds the headers that every answer of the provider has.</summary>
    Answer Finish(Answer answer);
}
