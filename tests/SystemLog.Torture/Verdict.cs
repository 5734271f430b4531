using System.Globalization;

namespace SystemLog.Torture;

/// <summary>What a run came to.</summary>
/// <param name="Name">The run.</param>
/// <param name="Seed">The seed of its choices.</param>
/// <param name="Violations">The promises that were broken, in words.</param>
/// <param name="Figures">What was measured.</param>
internal sealed record Verdict(string Name, long Seed, IReadOnlyList<string> Violations, IReadOnlyList<(string Name, object Value)> Figures)
{
    private const int ViolationsShown = 20;

    public bool Passed => Violations.Count == 0;

    /// <summary>Returns the one line, and below it what was broken.</summary>
    public override string ToString()
    {
        var figures = Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $" {figure.Name}={figure.Value}"));
        var line = $"{Name} {(Passed ? "PASS" : "FAIL")} seed={Seed}{string.Concat(figures)}";
        return string.Join(Environment.NewLine, Violations.Take(ViolationsShown).Select(violation => $"  {violation}").Prepend(line));
    }
}
