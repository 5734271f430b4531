using SystemLog.Catalogue;

namespace SystemLog.Tests.Catalogue;

public sealed class VocabularyDocsTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Root(), "docs", "error-catalogue.md"));

    [Fact]
    public void The_page_prints_every_source_and_no_other()
    {
        FirstCells("Sources").Should().Equal(Sources.All);
    }

    [Fact]
    public void The_page_prints_every_operation_and_no_other()
    {
        FirstCells("Operations").Should().Equal(Operations.All);
    }

    [Fact]
    public void The_page_prints_every_cause_with_its_family()
    {
        Rows("Causes").Select(cells => (cells[0], cells[1])).Should().Equal(
            Enum.GetValues<Cause>().Select(cause => (cause.ToString(), CauseFamilies.Of(cause).ToString())));
    }

    [Fact]
    public void The_page_prints_every_family()
    {
        FirstCells("Families").Should().Equal(Enum.GetNames<CauseFamily>());
    }

    private static IEnumerable<string> FirstCells(string heading) => Rows(heading).Select(cells => cells[0]);

    private static IEnumerable<string[]> Rows(string heading) =>
        s_page.Split($"## {heading}\n", 2)[1].Split("\n## ", 2)[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim('`')).ToArray());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SystemLog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
