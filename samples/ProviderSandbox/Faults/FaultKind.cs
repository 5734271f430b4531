namespace ProviderSandbox.Faults;

/// <summary>How a planned fault shows itself.</summary>
public abstract record FaultKind
{
    private FaultKind()
    {
    }

    /// <summary>Nothing is answered: the connection is held until the client gives up or the sandbox stops.</summary>
    public sealed record TimeOut : FaultKind;

    /// <summary>The call is carried out and answered as usual, but late.</summary>
    /// <param name="Pause">How long the answer is held back, in real time whatever the sandbox's clock: at most a minute.</param>
    public sealed record Slow(TimeSpan Pause) : FaultKind;

    /// <summary>The connection is reset without an answer.</summary>
    public sealed record ConnectionReset : FaultKind;

    /// <summary>An HTTP status of 500 or above with the body that the provider, or the proxy before it, sends then.</summary>
    /// <param name="Code">The status, 500 to 599.</param>
    public sealed record Status(int Code) : FaultKind;

    /// <summary>The provider's own 429.</summary>
    public sealed record RateLimited : FaultKind;

    /// <summary>A body that makes no sense.</summary>
    /// <param name="Body">Which nonsense.</param>
    public sealed record GarbageBody(Garbage Body) : FaultKind;

    /// <summary>An error that the provider documents.</summary>
    /// <param name="Code">The provider's code or title, such as <c>6260</c> or <c>CAPTURE_NOT_ALLOWED</c>.</param>
    public sealed record Documented(string Code) : FaultKind;
}
