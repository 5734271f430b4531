namespace SystemLog.Docs.Tests;

public sealed class PageTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Pages => [.. All().Where(page => Blocks(page).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_code_compiles(string page)
    {
        var errors = Blocks(page).SelectMany(Compiler.Errors);

        errors.Should().BeEmpty();
    }

    [Fact]
    public void No_block_of_code_hides_from_the_compiler()
    {
        var marks = All().SelectMany(page => File.ReadLines(Path.Combine(Root, page)).Where(IsOtherCSharp).Select(line => $"{page}: {line}"));

        marks.Should().BeEmpty("a block is opened by ```csharp at the start of its line, and nothing else");
    }

    [Fact]
    public void What_the_readme_promises_takes_twelve_lines_at_most()
    {
        var code = Blocks("README.md").First().Code;

        code.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)).Should().BeLessThanOrEqualTo(12);
    }

    private static bool IsOtherCSharp(string line) =>
        line.TrimStart() is var text && (text.StartsWith("```cs", StringComparison.OrdinalIgnoreCase) || text.StartsWith("```c#", StringComparison.OrdinalIgnoreCase)) && line != "```csharp";

    private static IEnumerable<CodeBlock> Blocks(string page) => CodeBlock.Of(page, File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n"));

    private static IEnumerable<string> All() =>
        new[] { "README.md", "CONTRIBUTING.md" }
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)))
            .Concat(Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetRelativePath(Root, Path.Combine(folder, "README.md"))))
            .Where(page => File.Exists(Path.Combine(Root, page)))
            .Select(page => page.Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SystemLog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No SystemLog.sln above {AppContext.BaseDirectory}.");
    }
}
