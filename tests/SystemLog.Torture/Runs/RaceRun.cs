using SystemLog.Torture.Checks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Driving;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Runs;

/// <summary>Many processes on one database, each queueing and working at once; nobody dies. Every item happens exactly once, in its order.</summary>
/// <param name="Processes">How many.</param>
/// <param name="Items">How many items in all.</param>
internal sealed record RaceRun(int Processes, int Items)
{
    // Handlers are quick, so that claims meet; a fifth of the attempts ask for another try.
    private static readonly WorkLoad _load = new(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(2), 0.2, Quicken: 100);

    public async Task<Verdict> RunAsync(IDatabaseUnderTorture database, long seed, Fault fault = Fault.None)
    {
        await using var bench = new Bench(database, seed, _load, fault);
        var feed = new Feed(Items / Processes, Batch: 5, TimeSpan.FromMilliseconds(1), OwnOrderKeys: 8, SharedOrderKeys: 16);
        var begun = TimeProvider.System.GetTimestamp();
        var late = await bench.TryAsync(async () =>
        {
            for (var node = 0; node < Processes; node++)
            {
                bench.Start(options => options with { Feed = feed });
            }

            await bench.GoAsync();
            begun = TimeProvider.System.GetTimestamp();
            var queued = Items / Processes * Processes;
            await Patience.UntilNoneAsync("items are not yet acknowledged", () => Task.FromResult((long)queued - bench.Acknowledged()));
            await bench.DrainAsync();
        });
        var took = TimeProvider.System.GetElapsedTime(begun);
        await bench.EndAsync();

        var history = await bench.HistoryAsync();
        string[] violations =
        [
            .. late,
            .. Promises.OfEveryItem(history),
            .. Promises.OrderIsKept(history),
            .. history.Attempts.Where(attempt => attempt.Outcome == AttemptRow.Lost).Select(attempt => $"{attempt.Key} was lost, and nobody died."),
        ];
        return new("race", seed, violations,
        [
            ("database", database.Name), ("processes", Processes), ("items", history.Items.Count), ("attempts", history.Attempts.Count),
            ("seconds", Math.Round(took.TotalSeconds, 1)),
        ]);
    }
}
