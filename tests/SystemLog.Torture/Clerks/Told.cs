using System.Globalization;

namespace SystemLog.Torture.Clerks;

/// <summary>What one clerk was told when it wanted to change an order.</summary>
/// <param name="Clerk">The clerk.</param>
/// <param name="Order">The number of the order.</param>
/// <param name="Result">What came of it: "Changed", or another result's name.</param>
/// <param name="Status">The status the order has, as the clerk was told.</param>
/// <param name="Version">The version the order has, as the clerk was told.</param>
/// <param name="Lost">How often its write met another's.</param>
internal sealed record Told(int Clerk, int Order, string Result, string Status, long Version, int Lost)
{
    /// <summary>The result of the one who made the change.</summary>
    public const string Won = "Changed";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Clerk} {Order} {Result} {Status} {Version} {Lost}");

    public static Told Parse(string line)
    {
        var parts = line.Split(' ');
        return new(Number(parts[0]), Number(parts[1]), parts[2], parts[3], Number(parts[4]), Number(parts[5]));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
