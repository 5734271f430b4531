using System.CommandLine;
using SystemLog.Conformance;
using SystemLog.Torture.Clerks;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Nodes;
using SystemLog.Torture.Runs;

namespace SystemLog.Torture;

/// <summary>The command line: one subcommand for each run, and the hidden one of the processes that they start.</summary>
internal static class TortureCommand
{
    private const string Sqlite = "sqlite";
    private const string PostgreSql = "postgresql";

    public static RootCommand Create() =>
        new("Tries to break the promises of background work and of orders, with real processes.") { Race(), Transitions(), Periods(), Kill(), Freeze(), Faults(), NodeOfARun(), ClerkOfARun() };

    private static Command Race()
    {
        var (processes, items, seed) = (Number("--processes", 8), Number("--items", 10_000), Seed());
        var command = new Command("race", "Many processes queue and work at once; each item happens exactly once.") { processes, items, seed };
        command.SetAction(arguments => RunAsync(
            PostgreSql, database => new RaceRun(arguments.GetValue(processes), arguments.GetValue(items)).RunAsync(database, arguments.GetValue(seed))));
        return command;
    }

    private static Command Transitions()
    {
        var (processes, rounds) = (Number("--processes", 8), Number("--rounds", 10_000));
        var command = new Command("transitions", "Many processes want the same change of status; one makes it.") { processes, rounds };
        command.SetAction(arguments => RunAsync(
            PostgreSql, database => new TransitionsRun(arguments.GetValue(processes), arguments.GetValue(rounds)).RunAsync(database)));
        return command;
    }

    private static Command Periods()
    {
        var (processes, periods, seed) = (Number("--processes", 8), Number("--periods", 500), Seed());
        var command = new Command("periods", "Processes with wrong clocks and one schedule; one mail for each date.") { processes, periods, seed };
        command.SetAction(arguments => RunAsync(
            PostgreSql,
            database => new PeriodsRun(arguments.GetValue(processes), arguments.GetValue(periods)).RunAsync(database, arguments.GetValue(seed))));
        return command;
    }

    private static Command Kill()
    {
        var (kills, seed) = (Number("--kills", 200), Seed());
        var on = new Option<string>("--database") { Description = "The database.", DefaultValueFactory = _ => Sqlite };
        on.AcceptOnlyFromAmong(Sqlite, PostgreSql);
        var command = new Command("kill", "Processes are killed with work in flight; nothing is lost, nothing done twice.") { kills, on, seed };
        command.SetAction(arguments => RunAsync(
            arguments.GetValue(on)!,
            database => new KillRun(arguments.GetValue(kills), Processes: arguments.GetValue(on) == Sqlite ? 1 : 3)
                .RunAsync(database, arguments.GetValue(seed))));
        return command;
    }

    private static Command Freeze()
    {
        var (freezes, seed) = (Number("--freezes", 50), Seed());
        var command = new Command("freeze", "Processes are frozen beyond their leases; what they write late is refused.") { freezes, seed };
        command.SetAction(arguments => RunAsync(
            PostgreSql, database => new FreezeRun(arguments.GetValue(freezes)).RunAsync(database, arguments.GetValue(seed))));
        return command;
    }

    private static Command Faults()
    {
        var seed = Seed();
        var command = new Command("mutants", "Plants one fault after the other; the checks must catch each.") { seed };
        command.SetAction(async arguments =>
        {
            await using var server = await PrivatePostgres.StartAsync();
            var caught = 0;
            foreach (var fault in FaultRun.All)
            {
                var database = FaultRun.NeedsPostgreSql(fault)
                    ? await PostgreSqlUnderTorture.CreateAsync(server.ConnectionString)
                    : new SqliteUnderTorture();
                var verdict = await FaultRun.RunAsync(fault, database, arguments.GetValue(seed));
                caught += verdict.Passed ? 0 : 1;
                Console.WriteLine($"{fault}: {(verdict.Passed ? "NOT CAUGHT" : $"caught by {verdict.Name}: {verdict.Violations[0]}")}");
            }

            var all = FaultRun.All.Count;
            Console.WriteLine($"mutants {(caught == all ? "PASS" : "FAIL")} seed={arguments.GetValue(seed)} mutants caught {caught}/{all}");
            return caught == all ? 0 : 1;
        });
        return command;
    }

    private static Command NodeOfARun()
    {
        var options = new Option<string>("--options") { Description = "What the driver has to say, as JSON.", Required = true };
        var command = new Command("node", "A process that a run starts.") { options };
        command.Hidden = true;
        command.SetAction(arguments => Node.RunAsync(NodeOptions.Parse(arguments.GetValue(options)!)));
        return command;
    }

    private static Command ClerkOfARun()
    {
        var options = new Option<string>("--options") { Description = "What the driver has to say, as JSON.", Required = true };
        var command = new Command("clerk", "A process that a run of transitions starts.") { options };
        command.Hidden = true;
        command.SetAction(arguments => Clerk.RunAsync(ClerkOptions.Parse(arguments.GetValue(options)!)));
        return command;
    }

    private static async Task<int> RunAsync(string database, Func<IDatabaseUnderTorture, Task<Verdict>> run)
    {
        await using var server = database == PostgreSql ? await PrivatePostgres.StartAsync() : null;
        var verdict = await run(server is null ? new SqliteUnderTorture() : await PostgreSqlUnderTorture.CreateAsync(server.ConnectionString));
        Console.WriteLine(verdict);
        return verdict.Passed ? 0 : 1;
    }

    private static Option<int> Number(string name, int usual) => new(name) { Description = "How many.", DefaultValueFactory = _ => usual };

    private static Option<long> Seed() => new("--seed")
    {
        Description = "Repeats the choices of an earlier run.",
        DefaultValueFactory = _ => Random.Shared.Next(),
    };
}
