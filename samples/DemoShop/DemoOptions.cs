namespace DemoShop;

/// <summary>What the command line asks of the demo beside what every ASP.NET Core host understands.</summary>
/// <param name="Once">Whether the day is played once, on a fixed date, printed, and that is all.</param>
/// <param name="JsonFile">Where the outcome is written as JSON; null for nowhere.</param>
/// <param name="HostArguments">The rest, for the host.</param>
internal sealed record DemoOptions(bool Once, string? JsonFile, string[] HostArguments)
{
    private const string OnceSwitch = "--once";
    private const string JsonSwitch = "--json";

    /// <exception cref="ArgumentException"><c>--json</c> names no file.</exception>
    public static DemoOptions Parse(string[] arguments)
    {
        var json = Array.IndexOf(arguments, JsonSwitch);
        if (json >= 0 && (json + 1 == arguments.Length || arguments[json + 1].StartsWith("--", StringComparison.Ordinal)))
        {
            throw new ArgumentException($"{JsonSwitch} needs the name of a file.", nameof(arguments));
        }

        var rest = arguments.Where((argument, index) => argument != OnceSwitch && (json < 0 || (index != json && index != json + 1)));
        return new(arguments.Contains(OnceSwitch), json < 0 ? null : arguments[json + 1], [.. rest]);
    }
}
