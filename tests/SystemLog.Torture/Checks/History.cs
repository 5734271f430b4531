using SystemLog.Torture.Databases;
using SystemLog.Torture.Ledgers;

namespace SystemLog.Torture.Checks;

/// <summary>What happened in a run, from the ledger and the database and nothing else.</summary>
internal sealed class History
{
    private readonly ILookup<string, LedgerLine> _linesOfKey;
    private readonly ILookup<string, AttemptRow> _attemptsOfKey;
    private readonly Dictionary<(string Key, int Attempt), long> _takenOverAt;
    private readonly Dictionary<string, int> _nodeOfOwner;

    public History(IReadOnlyList<LedgerLine> lines, IReadOnlyList<ItemRow> items, IReadOnlyList<AttemptRow> attempts)
    {
        Lines = lines;
        Items = items;
        Attempts = attempts;
        _linesOfKey = lines.ToLookup(line => line.Key, StringComparer.Ordinal);
        _attemptsOfKey = attempts.ToLookup(attempt => attempt.Key, StringComparer.Ordinal);
        _takenOverAt = attempts.Where(attempt => attempt.Outcome == AttemptRow.Lost)
            .ToDictionary(attempt => (attempt.Key, (int)attempt.Number), attempt => attempt.EndedAt!.Value);
        _nodeOfOwner = lines.Where(line => line.Verb == Verb.Owner).ToDictionary(line => line.Detail, line => line.Node, StringComparer.Ordinal);
        Killed = lines.Where(line => line.Verb == Verb.Kill).ToDictionary(line => line.Node, line => line.At);
        Frozen = lines.Where(line => line.Verb == Verb.Stop).Select(line => line.Node).ToHashSet();
        Acks = lines.Where(line => line.Verb == Verb.Ack).DistinctBy(line => line.Key)
            .ToDictionary(line => line.Key, line => line.Detail, StringComparer.Ordinal);
    }

    /// <summary>Gets the lines, in the order in which they were written.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>Gets the items, in the order of their ids.</summary>
    public IReadOnlyList<ItemRow> Items { get; }

    /// <summary>Gets the attempts.</summary>
    public IReadOnlyList<AttemptRow> Attempts { get; }

    /// <summary>Gets when nodes were killed, by their numbers.</summary>
    public IReadOnlyDictionary<int, long> Killed { get; }

    /// <summary>Gets the nodes that were frozen.</summary>
    public IReadOnlySet<int> Frozen { get; }

    /// <summary>Gets the keys that the engine has acknowledged, with their order keys.</summary>
    public IReadOnlyDictionary<string, string> Acks { get; }

    /// <summary>Returns the lines about an item.</summary>
    public IEnumerable<LedgerLine> LinesOf(string key) => _linesOfKey[key];

    /// <summary>Returns the attempts at an item, in their order.</summary>
    public IReadOnlyList<AttemptRow> AttemptsOf(string key) => [.. _attemptsOfKey[key]];

    /// <summary>Returns the number of the node that made an attempt.</summary>
    public int NodeOf(AttemptRow attempt) => _nodeOfOwner[attempt.Owner];

    /// <summary>Says whether a line is about an attempt that had been taken over when it was written: its process was frozen, or got no processor
    /// for longer than its lease. That it acts late cannot be helped.</summary>
    public bool IsLate(LedgerLine line) => _takenOverAt.TryGetValue((line.Key, line.Attempt), out var at) && line.At >= at;

    /// <summary>Returns how many attempts were taken over from processes that were neither dead nor frozen, only slower than their leases.</summary>
    public int TakenFromTheSlow() => Attempts.Count(attempt =>
        attempt.Outcome == AttemptRow.Lost && !Frozen.Contains(NodeOf(attempt)) && !WasDead(attempt));

    /// <summary>Returns how long after its node's death each lost attempt was taken over, in milliseconds, the shortest first.</summary>
    public IReadOnlyList<long> TakeOvers() =>
    [
        .. from attempt in Attempts
           where attempt.Outcome == AttemptRow.Lost && WasDead(attempt)
           let took = attempt.EndedAt!.Value - Killed[NodeOf(attempt)]
           orderby took
           select took,
    ];

    private bool WasDead(AttemptRow lost) => Killed.TryGetValue(NodeOf(lost), out var killed) && killed <= lost.EndedAt;
}
