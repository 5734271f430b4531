namespace ProviderSandbox.Faults;

/// <summary>A fault as JSON over HTTP: either <c>named</c>, or <c>provider</c> and <c>kind</c>.</summary>
internal sealed record FaultForm(
    string? Named, Provider? Provider, string? Kind, int? Status, string? Code, string? Operation, string? Reference, int? Times, bool? AfterProcessing)
{
    /// <summary>How long a slow answer is held back, in milliseconds; 1000 where nothing is said.</summary>
    public int? Pause { get; init; }

    public static FaultForm Of(Fault fault)
    {
        var kind = fault.Kind switch
        {
            FaultKind.GarbageBody garbage => garbage.Body.ToString(),
            var other => other.GetType().Name,
        };
        return new FaultForm(
            null, fault.Provider, char.ToLowerInvariant(kind[0]) + kind[1..], (fault.Kind as FaultKind.Status)?.Code,
            (fault.Kind as FaultKind.Documented)?.Code, fault.Operation, fault.Reference, fault.Times, fault.AfterProcessing)
        {
            Pause = (int?)(fault.Kind as FaultKind.Slow)?.Pause.TotalMilliseconds,
        };
    }

    /// <exception cref="ArgumentException">The form says neither a name nor a provider with a kind.</exception>
    public Fault ToFault()
    {
        var fault = Named is not null
            ? Fault.Named(Named)
            : new Fault(Provider ?? throw new ArgumentException("Say named, or provider and kind."), ToKind());
        return fault with { Operation = Operation, Reference = Reference, Times = Times ?? 1, AfterProcessing = AfterProcessing ?? false };
    }

    private FaultKind ToKind() => Kind switch
    {
        "timeOut" => new FaultKind.TimeOut(),
        "slow" => new FaultKind.Slow(TimeSpan.FromMilliseconds(Pause ?? 1000)),
        "connectionReset" => new FaultKind.ConnectionReset(),
        "status" => new FaultKind.Status(Status ?? StatusCodes.Status503ServiceUnavailable),
        "rateLimited" => new FaultKind.RateLimited(),
        "html" => new FaultKind.GarbageBody(Garbage.Html),
        "brokenJson" => new FaultKind.GarbageBody(Garbage.BrokenJson),
        "megabyte" => new FaultKind.GarbageBody(Garbage.Megabyte),
        "documented" => new FaultKind.Documented(Code ?? throw new ArgumentException("A documented fault needs its code.")),
        _ => throw new ArgumentException(
            $"Kind '{Kind}' is not one of timeOut, slow, connectionReset, status, rateLimited, html, brokenJson, megabyte, documented."),
    };
}
