using SystemLog.Torture.Checks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Driving;
using SystemLog.Torture.Ledgers;
using SystemLog.Torture.Nodes;
using SystemLog.Work;

namespace SystemLog.Torture.Runs;

/// <summary>
/// Processes killed at random with work in flight. Nothing acknowledged is lost; nothing begins again whose end was visible; what must happen
/// once happens at most once, and is unknown only where its process died behind the point of no return.
/// </summary>
/// <param name="Kills">How many.</param>
/// <param name="Processes">How many run at a time: one on SQLite, whose file has one process.</param>
internal sealed record KillRun(int Kills, int Processes)
{
    // Of so many kills one comes while the node starts.
    private const int KillsPerEarlyOne = 8;

    private static readonly Feed _feed = new(Items: null, Batch: 3, TimeSpan.FromMilliseconds(25), OwnOrderKeys: 4, SharedOrderKeys: 8);
    private static readonly TimeSpan _longestLife = TimeSpan.FromMilliseconds(600);

    /// <summary>Gets how long a handler takes at most between its effect and its report.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMilliseconds(30);

    public async Task<Verdict> RunAsync(IDatabaseUnderTorture database, long seed, Fault fault = Fault.None)
    {
        var load = new WorkLoad(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(30), After, AskAgain: 0.1, Quicken: 50);
        await using var bench = new Bench(database, seed, load, fault);
        var late = await bench.TryAsync(async () =>
        {
            for (var node = 0; node < Processes; node++)
            {
                await StartAsync(bench);
            }

            for (var kill = 0; kill < Kills; kill++)
            {
                await KillOneAsync(bench, seed, kill);
                await StartAsync(bench);
            }

            await bench.DrainAsync();
        });
        await bench.EndAsync();

        var history = await bench.HistoryAsync();
        string[] violations =
        [
            .. late,
            .. Promises.OfEveryItem(history),
            .. Promises.OrderIsKept(history),
            .. await database.IntegrityAsync(),
            .. history.TakeOvers().Count == 0 ? ["No kill met work in flight: nothing was tested."] : Array.Empty<string>(),
        ];
        return new("kill", seed, violations, Figures(database.Name, history));
    }

    private static async Task StartAsync(Bench bench) => await bench.Start(options => options with { Feed = _feed }).GoAsync(0);

    private static async Task KillOneAsync(Bench bench, long seed, int kill)
    {
        var node = bench.Nodes[Choices.Below(bench.Nodes.Count, seed, $"who {kill}")];
        if (Choices.Below(KillsPerEarlyOne, seed, $"early {kill}") > 0)
        {
            await bench.WorkingAsync(node);
        }

        await Task.Delay(_longestLife * Choices.Share(seed, $"life {kill}"), TimeProvider.System);
        await bench.KillAsync(node);
    }

    private static IReadOnlyList<(string Name, object Value)> Figures(string database, History history)
    {
        var takeOvers = history.TakeOvers();
        var again = history.Lines.Where(line => line.Verb == Verb.Effect && line.Key.StartsWith(EffectHandler.Idempotent, StringComparison.Ordinal))
            .CountBy(line => line.Key).Sum(key => key.Value - 1);
        return
        [
            ("database", database), ("kills", history.Killed.Count), ("items", history.Items.Count), ("acknowledged", history.Acks.Count),
            ("in_flight", takeOvers.Count), ("slow", history.TakenFromTheSlow()), ("again", again), ("unknown", history.Items.Count(item => item.Became == WorkState.Unknown)),
            ("takeover_ms_p50", Percentile(takeOvers, 0.5)), ("takeover_ms_p99", Percentile(takeOvers, 0.99)),
        ];
    }

    private static long Percentile(IReadOnlyList<long> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
