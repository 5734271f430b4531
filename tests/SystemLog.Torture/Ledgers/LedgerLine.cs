using System.Globalization;

namespace SystemLog.Torture.Ledgers;

/// <summary>A line of the ledger.</summary>
/// <param name="Verb">What it tells.</param>
/// <param name="Node">The number of the node, a new one for every start of a process; of the driver's lines the node that they are about.</param>
/// <param name="At">When, in unix milliseconds by the clock of the machine.</param>
/// <param name="Key">The key of the item; "-" where it is about none.</param>
/// <param name="Attempt">The number of the attempt; 0 where it is about none.</param>
/// <param name="Detail">The rest, without blanks; "-" where there is none.</param>
internal sealed record LedgerLine(Verb Verb, int Node, long At, string Key, int Attempt, string Detail)
{
    public const string None = "-";

    public static LedgerLine Parse(string text)
    {
        var parts = text.Split(' ');
        return parts.Length == 6
            ? new(
                Enum.Parse<Verb>(parts[0]),
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                long.Parse(parts[2], CultureInfo.InvariantCulture),
                parts[3],
                int.Parse(parts[4], CultureInfo.InvariantCulture),
                parts[5])
            : throw new FormatException($"Not a line of a ledger: {text}");
    }

    public override string ToString() => $"{Verb} {Node} {At} {Key} {Attempt} {Detail}";
}
