using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Orders;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Torture.Checks;
using SystemLog.Torture.Clerks;
using SystemLog.Torture.Databases;

namespace SystemLog.Torture.Runs;

/// <summary>Many processes want the same change of status, order after order.</summary>
/// <param name="Processes">How many.</param>
/// <param name="Rounds">How many orders.</param>
internal sealed record TransitionsRun(int Processes, int Rounds)
{
    public async Task<Verdict> RunAsync(IDatabaseUnderTorture database)
    {
        await using var owned = database;
        var connectionString = database.Tell(new() { Number = 0, Seed = 0, Ledger = "", Load = new(default, default, default, 0, 1) }).PostgreSql!;
        await FillAsync(connectionString);
        var clerks = Enumerable.Range(1, Processes).Select(number => Start(new(number, connectionString, Rounds))).ToList();
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await Task.WhenAll(clerks.Select(clerk => ReadyAsync(clerk)));
            began = TimeProvider.System.GetTimestamp();
            await Task.WhenAll(clerks.Select(clerk => clerk.StandardInput.WriteLineAsync(Clerk.Go)));
            await Task.WhenAll(clerks.Select(clerk => clerk.StandardInput.FlushAsync()));
            var told = (await Task.WhenAll(clerks.Select(ReadAsync))).SelectMany(lines => lines).ToList();
            return VerdictOf(told, await ChangesAsync(database), TimeProvider.System.GetElapsedTime(began));
        }
        finally
        {
            foreach (var clerk in clerks)
            {
                clerk.Kill();
                clerk.Dispose();
            }
        }
    }

    private Verdict VerdictOf(IReadOnlyList<Told> told, IReadOnlyDictionary<int, long> changes, TimeSpan took) => new(
        "transitions", Seed: 0, [.. OneWinner.Violations(Processes, Rounds, told, changes)],
        [
            ("processes", Processes), ("rounds", Rounds),
            ("contested", told.Where(one => one.Lost > 0).Select(one => one.Order).Distinct().Count()),
            ("writesThatMet", told.Sum(one => one.Lost)),
            ("winners", told.Where(one => one.Result == Told.Won).Select(one => one.Clerk).Distinct().Count()),
            ("seconds", Math.Round(took.TotalSeconds, 1)),
        ]);

    private async Task FillAsync(string connectionString)
    {
        await using var services = Clerk.Services(connectionString, new());
        await services.GetRequiredService<IStorage>().PrepareAsync(_ => { });
        var now = TimeProvider.System.GetUtcNow();
        await services.GetRequiredService<OrderService>().ImportAsync(Enumerable.Range(1, Rounds).Select(number => new ImportedOrder(
            new() { Shop = Clerk.Shop, Subject = SubjectRef.Order($"{number}"), PlacedAt = now }, "NotApproved", now)));
    }

    private static Process Start(ClerkOptions options)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "exec", typeof(Clerk).Assembly.Location, "clerk", "--options", options.ToJson() })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task ReadyAsync(Process clerk)
    {
        if (await clerk.StandardOutput.ReadLineAsync() != Clerk.Ready)
        {
            throw new InvalidOperationException($"A clerk ended with {clerk.ExitCode} before it was ready.");
        }
    }

    private static async Task<IReadOnlyList<Told>> ReadAsync(Process clerk)
    {
        var told = new List<Told>();
        while (await clerk.StandardOutput.ReadLineAsync() is { } line)
        {
            told.Add(Told.Parse(line));
        }

        return told;
    }

    private static async Task<IReadOnlyDictionary<int, long>> ChangesAsync(IDatabaseUnderTorture database)
    {
        await using DbConnection connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string Number, long Changes)>(
            $"select subject_number, count(*) from {database.Table("status_change")} group by subject_number");
        return rows.ToDictionary(row => int.Parse(row.Number), row => row.Changes);
    }
}
