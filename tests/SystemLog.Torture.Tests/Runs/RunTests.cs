using SystemLog.Torture.Databases;
using SystemLog.Torture.Runs;

namespace SystemLog.Torture.Tests.Runs;

/// <summary>The runs, small. The full sizes are run by hand; see docs/reliability.md.</summary>
public sealed class RunTests(ServerFixture server)
{
    private const long Seed = 1;

    [Fact]
    public async Task Each_item_happens_once_and_in_its_order_when_several_processes_race()
    {
        var verdict = await new RaceRun(Processes: 3, Items: 501).RunAsync(await server.NewPostgreSqlAsync(), Seed);

        verdict.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_several_processes_that_want_the_same_change_one_makes_it_and_the_others_know()
    {
        var verdict = await new TransitionsRun(Processes: 3, Rounds: 300).RunAsync(await server.NewPostgreSqlAsync());

        verdict.Violations.Should().BeEmpty();
        verdict.Figures.Should().Contain(figure => figure.Name == "contested" && (int)figure.Value > 0);
    }

    [Fact]
    public async Task Each_date_has_one_mail_whatever_the_clocks_and_pauses_of_several_processes()
    {
        var verdict = await new PeriodsRun(Processes: 3, Periods: 40).RunAsync(await server.NewPostgreSqlAsync(), Seed);

        verdict.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_when_the_only_process_is_killed_on_SQLite()
    {
        var verdict = await new KillRun(Kills: 10, Processes: 1).RunAsync(new SqliteUnderTorture(), Seed);

        verdict.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_when_processes_are_killed_on_PostgreSQL()
    {
        var verdict = await new KillRun(Kills: 10, Processes: 2).RunAsync(await server.NewPostgreSqlAsync(), Seed);

        verdict.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_process_writes_that_was_frozen_beyond_its_leases_is_refused()
    {
        var verdict = await new FreezeRun(Freezes: 5).RunAsync(await server.NewPostgreSqlAsync(), Seed);

        verdict.Violations.Should().BeEmpty();
    }
}
