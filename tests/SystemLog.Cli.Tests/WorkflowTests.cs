using System.Text.Json;
using SystemLog.Orders.Workflows;

namespace SystemLog.Cli.Tests;

public sealed class WorkflowTests
{
    [Theory]
    [InlineData("impleo", "strict", 13, 27)]
    [InlineData("dandomain", "permissive", 6, 8)]
    [InlineData("reservation", "strict", 5, 7)]
    public void A_workflow_is_written_as_one_json_object(string name, string mode, int statuses, int transitions)
    {
        var answer = Terminal.Run("workflow", name, "--format", "json");

        answer.ExitCode.Should().Be(0);
        using var json = JsonDocument.Parse(answer.Output);
        json.RootElement.GetProperty("name").GetString().Should().Be(name);
        json.RootElement.GetProperty("mode").GetString().Should().Be(mode);
        json.RootElement.GetProperty("statuses").GetArrayLength().Should().Be(statuses);
        json.RootElement.GetProperty("transitions").GetArrayLength().Should().Be(transitions);
    }

    [Fact]
    public void Without_a_format_it_is_the_table()
    {
        var answer = Terminal.Run("workflow", "Impleo");

        answer.ExitCode.Should().Be(0);
        answer.Output.ReplaceLineEndings("\n").Should().Be(OrderWorkflow.Impleo.ToMatrix());
        answer.Lines.Should().HaveCount(2 + 1 + 13);
    }

    [Theory]
    [InlineData("mermaid", "stateDiagram-v2", "Toimitettu")]
    [InlineData("dot", "digraph \"impleo\" {", "Toimitettu")]
    [InlineData("matrix", "| from \\ to | Ei hyväksytty |", "Toimitettu")]
    public void Diagrams_and_tables_speak_the_language_asked_for(string format, string start, string label)
    {
        var answer = Terminal.Run("workflow", "impleo", "--format", format, "--language", "fi");

        answer.Output.Should().StartWith(start).And.Contain(label);
    }

    [Fact]
    public void An_unknown_workflow_is_refused_with_those_that_exist()
    {
        var answer = Terminal.Run("workflow", "shopify");

        answer.ExitCode.Should().Be(1);
        answer.Errors.Trim().Should().Be("There is no workflow 'shopify'. There are: impleo, dandomain, reservation.");
        answer.Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("workflow")]
    [InlineData("workflow", "impleo", "--format", "png")]
    [InlineData("workflow", "impleo", "--language", "xx")]
    public void What_cannot_be_done_is_said_on_the_error_stream_and_fails(params string[] arguments)
    {
        var answer = Terminal.Run(arguments);

        answer.ExitCode.Should().NotBe(0);
        answer.Errors.Should().NotBeEmpty().And.NotContain("   at ");
    }
}
