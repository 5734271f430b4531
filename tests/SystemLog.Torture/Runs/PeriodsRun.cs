using SystemLog.Torture.Checks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Driving;
using SystemLog.Torture.Ledgers;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Runs;

/// <summary>Many processes with wrong clocks, frozen now and then, and one schedule: exactly one mail for each local date.</summary>
/// <param name="Processes">How many.</param>
/// <param name="Periods">How many days the virtual calendar has.</param>
internal sealed record PeriodsRun(int Processes, int Periods)
{
    // The lease outlasts every pause: leases are another run's matter, here only the key keeps two mails apart.
    private static readonly WorkLoad _load = new(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5), 0.1, Quicken: 300);

    private static readonly TimeSpan _day = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan _forTheLast = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(500);

    public async Task<Verdict> RunAsync(IDatabaseUnderTorture database, long seed, Fault fault = Fault.None)
    {
        var calendar = new VirtualCalendar(_day, Periods);
        await using var bench = new Bench(database, seed, _load, fault);
        var pauses = 0;
        var late = await bench.TryAsync(async () =>
        {
            for (var node = 0; node < Processes; node++)
            {
                bench.Start(options => options with { Calendar = calendar, Skew = SkewOf(seed, options.Number) });
            }

            var begun = await bench.GoAsync();
            var end = begun + (long)(_day * (Periods + 1)).TotalMilliseconds;
            for (; LedgerFile.Clock() < end; pauses++)
            {
                await PauseAsync(bench, seed, pauses);
            }

            // Where one never does, dates are missing, and the checks say which.
            await Patience.UntilAsync(_forTheLast, () => Task.FromResult(bench.Lines().Count(line => line.Verb == Verb.Asked) == Processes));
            await bench.DrainAsync();
        });
        await bench.EndAsync();

        var history = await bench.HistoryAsync();
        string[] violations =
        [
            .. late,
            .. Promises.NothingIsLost(history),
            .. Promises.AttemptsAgree(history),
            .. Promises.EffectsAgree(history),
            .. Promises.OneForEachDate(history, calendar.Dates),
        ];
        return new("periods", seed, violations,
        [
            ("database", database.Name), ("processes", Processes), ("periods", Periods), ("pauses", pauses),
            ("mails", history.Lines.Count(line => line.Verb == Verb.Effect)),
        ]);
    }

    private static TimeSpan SkewOf(long seed, int node) => TimeSpan.FromDays((2 * Choices.Share(seed, $"skew {node}")) - 1);

    private static async Task PauseAsync(Bench bench, long seed, int pause)
    {
        var node = bench.Nodes[Choices.Below(bench.Nodes.Count, seed, $"who {pause}")];
        node.Send(Signal.Stop);
        await Task.Delay(_longestPause * Choices.Share(seed, $"pause {pause}"), TimeProvider.System);
        node.Send(Signal.Cont);
    }
}
