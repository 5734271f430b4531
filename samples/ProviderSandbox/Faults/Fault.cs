namespace ProviderSandbox.Faults;

/// <summary>One planned failure. It is served to the first calls that fit, then it is used up.</summary>
/// <param name="Provider">Whose stand-in fails.</param>
/// <param name="Kind">How it fails.</param>
public sealed record Fault(Provider Provider, FaultKind Kind)
{
    /// <summary>Gets the operation that fails, such as <c>capture</c>. The default, null, is any operation but signing in.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// Gets the order number, payment reference, e-mail address or id that must occur in the call or belong to the payment or
    /// order it is about. The default, null, fits every call.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>Gets how many calls fail. The default is 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets whether the call is carried out and only its answer is lost. The default is false: nothing happens.</summary>
    public bool AfterProcessing { get; init; }

    /// <summary>Makes a fault from a documented error's name, such as <c>klarna:CAPTURE_NOT_ALLOWED</c> or <c>vipps:6260</c>.</summary>
    /// <exception cref="ArgumentException">The name has no provider before its colon. An unknown code is refused when the fault is planned.</exception>
    public static Fault Named(string name)
    {
        var (provider, code) = name.Split(':', 2) is [var first, { Length: > 0 } rest] ? (first, rest) : (name, string.Empty);
        return code.Length > 0 && Enum.TryParse<Provider>(provider, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? new Fault(known, new FaultKind.Documented(code))
            : throw new ArgumentException($"'{name}' is not provider:code, such as vipps:6260.", nameof(name));
    }
}
