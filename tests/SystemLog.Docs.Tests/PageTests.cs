namespace SystemLog.Docs.Tests;

public sealed class PageTests
{
    public static TheoryData<string> PagesWithCode => [.. Repository.Pages.Where(page => Blocks(page).Any())];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void Every_block_of_code_compiles(string page)
    {
        var errors = Blocks(page).SelectMany(Compiler.Errors);

        errors.Should().BeEmpty();
    }

    [Fact]
    public void No_block_of_code_hides_from_the_compiler()
    {
        var marks = Repository.Pages.SelectMany(page => Repository.Read(page).Split('\n').Where(IsOtherCSharp).Select(line => $"{page}: {line}"));

        marks.Should().BeEmpty("a block is opened by ```csharp at the start of its line, and by nothing else");
    }

    [Fact]
    public void What_the_front_page_promises_takes_twelve_lines_at_most()
    {
        var code = Blocks("README.md").First().Code;

        code.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)).Should().BeLessThanOrEqualTo(12);
    }

    private static bool IsOtherCSharp(string line) =>
        line.TrimStart() is var text
        && (text.StartsWith("```cs", StringComparison.OrdinalIgnoreCase) || text.StartsWith("```c#", StringComparison.OrdinalIgnoreCase))
        && line != "```csharp";

    private static IEnumerable<CodeBlock> Blocks(string page) => CodeBlock.Of(page, Repository.Read(page));
}
