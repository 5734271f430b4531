using SystemLog.Conformance;

namespace SystemLog.Adapters.Tests;

public sealed class CausesPageTests
{
    private const string Approve = "SYSTEMLOG_APPROVE";

    [Fact]
    public void The_table_of_all_causes_is_what_the_rules_say()
    {
        var file = Path.Combine(RepositoryFolder.Root, "docs", "causes.md");
        var page = CausesPage.Write();
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(file, page);
        }

        var written = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        written.Should().Be(page, "'{0}=1 dotnet test tests/SystemLog.Adapters.Tests' writes it anew", Approve);
    }
}
