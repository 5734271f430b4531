using SystemLog.Torture.Databases;
using SystemLog.Torture.Nodes;
using SystemLog.Torture.Runs;

namespace SystemLog.Torture.Tests.Runs;

public sealed class FaultTests(ServerFixture server)
{
    private const long Seed = 1;

    public static TheoryData<string> Faults { get; } = [.. FaultRun.All.Select(fault => fault.ToString())];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_caught(string name)
    {
        var fault = Enum.Parse<Fault>(name);
        var database = FaultRun.NeedsPostgreSql(fault) ? await server.NewPostgreSqlAsync() : new SqliteUnderTorture();

        var verdict = await FaultRun.RunAsync(fault, database, Seed);

        verdict.Violations.Should().NotBeEmpty();
    }
}
