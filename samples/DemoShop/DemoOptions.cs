namespace DemoShop;

/// <summary>What the command line asks of the demo beside what every ASP.NET Core host understands.</summary>
/// <param name="Once">Whether the day is played once, on a fixed date, printed, and that is all.</param>
/// <param name="JsonFile">Where the outcome is written as JSON; null for nowhere.</param>
/// <param name="HostArguments">The rest, for the host.</param>
internal sealed record DemoOptions(bool Once, string? JsonFile, string[] HostArguments)
{
    private const string OnceSwitch = "--once";
    private const string JsonSwitch = "--json";

    /// <summary>Reads the command line; where it is wrong, says so and returns null.</summary>
    public static DemoOptions? Parse(string[] arguments, TextWriter errors)
    {
        var json = Array.IndexOf(arguments, JsonSwitch);
        if (json >= 0 && (json + 1 == arguments.Length || arguments[json + 1].StartsWith("--", StringComparison.Ordinal)))
        {
            errors.WriteLine($"{JsonSwitch} needs the name of a file.");
            return null;
        }

        var rest = arguments.Where((argument, index) => argument != OnceSwitch && (json < 0 || (index != json && index != json + 1)));
        return new DemoOptions(arguments.Contains(OnceSwitch), json < 0 ? null : arguments[json + 1], [.. rest]);
    }
}
