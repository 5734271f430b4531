namespace SystemLog.Orders.Workflows;

/// <summary>Why a change is not allowed.</summary>
/// <param name="Code">One of <see cref="RefusalCodes"/>, or the reason of a guard.</param>
/// <param name="Values">What it is about: the missing rights, the triggers or statuses that exist.</param>
public sealed record Refusal(string Code, IReadOnlyList<string> Values)
{
    /// <summary>Creates a refusal that needs no values.</summary>
    /// <param name="code">The code.</param>
    public Refusal(string code)
        : this(code, [])
    {
    }

    /// <inheritdoc />
    public override string ToString() => Values.Count == 0 ? Code : $"{Code} ({string.Join(", ", Values)})";
}
