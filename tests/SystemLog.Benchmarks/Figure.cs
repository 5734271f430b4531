namespace SystemLog.Benchmarks;

/// <summary>One measured figure, beside the limit it is held to.</summary>
/// <param name="Group">The benchmark.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Limit">What it must not exceed, or reach where <paramref name="AtLeast"/>; null where it is only reported.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Figure(string Group, string Name, double Value, string Unit, double? Limit = null, bool AtLeast = false)
{
    /// <summary>Gets whether the figure keeps to its limit; null where it has none.</summary>
    public bool? Kept => Limit is { } limit ? (AtLeast ? Value >= limit : Value <= limit) : null;
}
