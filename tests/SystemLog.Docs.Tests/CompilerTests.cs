namespace SystemLog.Docs.Tests;

/// <summary>The checks of this project must be able to fail.</summary>
public sealed class CompilerTests
{
    private const string Page = """
        # A page
        <!-- given
        public static Order order = new("4711");
        public sealed record Order(string Number);
        -->
        ```csharp
        using SystemLog.Subjects;
        ```
        Words.
        ```csharp
        var subject = SubjectRef.Order(order.Number);
        ```
        ```csharp
        var app = order.Nummer;
        ```

        """;

    [Fact]
    public void A_block_sees_the_usings_above_it_and_what_is_given()
    {
        var block = Block(1);

        Compiler.Errors(block).Should().BeEmpty();
    }

    [Fact]
    public void A_name_that_does_not_exist_is_reported_with_its_line_on_the_page()
    {
        var block = Block(2);

        Compiler.Errors(block).Should().ContainSingle().Which.Should().StartWith("page.md:14: CS1061");
    }

    [Fact]
    public void A_block_may_hold_nothing_but_types()
    {
        var block = new CodeBlock("page.md", 1, "public sealed class Clerk(IHostEnvironment shop) { public string Shop => shop.ApplicationName; }", "", []);

        Compiler.Errors(block).Should().BeEmpty();
    }

    private static CodeBlock Block(int index) => CodeBlock.Of("page.md", Page.ReplaceLineEndings("\n")).ElementAt(index);
}
