using SystemLog.Torture.Checks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Driving;
using SystemLog.Torture.Ledgers;
using SystemLog.Torture.Nodes;
using SystemLog.Work;

namespace SystemLog.Torture.Runs;

/// <summary>A process that holds items is frozen until others have taken them over, and let go on: whatever it writes about them is refused, and
/// what must happen once happens at most once.</summary>
/// <param name="Freezes">How many.</param>
internal sealed record FreezeRun(int Freezes)
{
    private const int Processes = 3;

    private static readonly WorkLoad _load = new(
        TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(150), 0.1, Quicken: 50);

    private static readonly Feed _feed = new(Items: null, Batch: 3, TimeSpan.FromMilliseconds(150), OwnOrderKeys: 0, SharedOrderKeys: 0);

    // A process frozen inside a transaction keeps its row locks, and what it locks is not taken over before it goes on or its connection ends.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(3);

    public async Task<Verdict> RunAsync(IDatabaseUnderTorture database, long seed, Fault fault = Fault.None)
    {
        await using var bench = new Bench(database, seed, _load, fault);
        var (made, locked) = (0, 0);
        var late = await bench.TryAsync(async () =>
        {
            for (var node = 0; node < Processes; node++)
            {
                bench.Start(options => options with { Feed = _feed });
            }

            await bench.GoAsync();
            for (var choice = 0; made < Freezes; choice++)
            {
                var frozen = await FreezeAsync(bench, seed, choice);
                made += frozen == Frozen.TakenOver ? 1 : 0;
                locked += frozen == Frozen.HeldLocks ? 1 : 0;
            }

            await bench.DrainAsync();
        });
        await bench.EndAsync();

        var history = await bench.HistoryAsync();
        var answers = Promises.LateAnswers(history).ToList();
        string[] violations =
        [
            .. late,
            .. Promises.OfEveryItem(history),
            .. Promises.LateWritesAreRefused(history),
            .. answers.Count == 0 ? ["No frozen process wrote late: nothing was tested."] : Array.Empty<string>(),
        ];
        return new("freeze", seed, violations,
        [
            ("database", database.Name), ("freezes", made), ("frozen_in_transaction", locked), ("items", history.Items.Count),
            ("taken_over", history.Attempts.Count(attempt => attempt.Outcome == AttemptRow.Lost)), ("late_writes", answers.Count),
            ("late_extends", Count(answers, "extend")), ("late_passes", Count(answers, "pass")), ("late_ends", Count(answers, "end:")),
            ("refused", answers.Count(line => line.Verb == Verb.No)), ("unknown", history.Items.Count(item => item.Became == WorkState.Unknown)),
        ]);
    }

    private static int Count(IEnumerable<LedgerLine> lines, string what) => lines.Count(line => line.Detail.StartsWith(what, StringComparison.Ordinal));

    private static async Task<Frozen> FreezeAsync(Bench bench, long seed, int choice)
    {
        var node = bench.Nodes[Choices.Below(bench.Nodes.Count, seed, $"who {choice}")];
        await Task.Delay(TimeSpan.FromMilliseconds(300) * Choices.Share(seed, $"pause {choice}"), TimeProvider.System);
        var owner = bench.Lines().FirstOrDefault(line => line.Verb == Verb.Owner && line.Node == node.Number)?.Detail ?? "";

        bench.Write(Verb.Stop, node);
        node.Send(Signal.Stop);
        var held = await bench.Database.HeldByAsync(owner);
        var takenOver = held > 0 && await Patience.UntilAsync(_longest, async () => await bench.Database.HeldByAsync(owner) == 0);
        bench.Write(Verb.Cont, node);
        node.Send(Signal.Cont);
        return held == 0 ? Frozen.WithNothing : takenOver ? Frozen.TakenOver : Frozen.HeldLocks;
    }

    private enum Frozen
    {
        WithNothing,
        TakenOver,
        HeldLocks,
    }
}
