using SystemLog.Torture.Databases;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Runs;

/// <summary>Runs with a planted fault: the checks must catch each.</summary>
internal static class FaultRun
{
    // So that hardly any kill misses what these faults break: the moment between an effect and its record.
    private static readonly TimeSpan _longAfter = TimeSpan.FromMilliseconds(150);

    /// <summary>Gets the faults.</summary>
    public static IReadOnlyList<Fault> All { get; } = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)];

    /// <summary>Says whether the run that is there to catch a fault needs PostgreSQL.</summary>
    public static bool NeedsPostgreSql(Fault fault) => fault is not (Fault.EndLater or Fault.NoPointOfNoReturn or Fault.UnknownRunAgain);

    /// <summary>Runs, small, what is there to catch a fault. The verdict should be a failure.</summary>
    public static Task<Verdict> RunAsync(Fault fault, IDatabaseUnderTorture database, long seed) => fault switch
    {
        Fault.LeaseOfNothing or Fault.LostEnqueue or Fault.NoOrder => new RaceRun(Processes: 2, Items: 200).RunAsync(database, seed, fault),
        Fault.KeyPerNode or Fault.LocalClock => new PeriodsRun(Processes: 2, Periods: 5).RunAsync(database, seed, fault),
        Fault.EndLater or Fault.NoPointOfNoReturn or Fault.UnknownRunAgain =>
            new KillRun(Kills: 4, Processes: 1) { After = _longAfter }.RunAsync(database, seed, fault),
        Fault.EndWithoutToken or Fault.PassWithoutLease => new FreezeRun(Freezes: 3).RunAsync(database, seed, fault),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No run catches it."),
    };
}
