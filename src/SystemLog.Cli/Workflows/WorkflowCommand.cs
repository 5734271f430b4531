using System.CommandLine;
using SystemLog.Catalogue;
using SystemLog.Orders.Workflows;

namespace SystemLog.Cli.Workflows;

/// <summary><c>systemlog workflow</c>: a built-in workflow as data, as a diagram or as a table.</summary>
internal sealed class WorkflowCommand : Command
{
    private static readonly OrderWorkflow[] s_builtIn = [OrderWorkflow.Impleo, OrderWorkflow.DanDomain, OrderWorkflow.Reservation];

    private readonly Argument<string> _name = new("name")
    {
        Description = "The workflow: " + string.Join(", ", s_builtIn.Select(workflow => workflow.Name)) + ".",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is written: json, mermaid, dot or matrix.",
        DefaultValueFactory = _ => "matrix",
    };

    private readonly Option<string?> _language = new("--language")
    {
        Description = "The language of the labels in diagrams and tables: " + string.Join(", ", Languages.Complete) + ". Without it they show codes; JSON has every language.",
    };

    public WorkflowCommand()
        : base("workflow", "Shows the statuses of a built-in workflow and the ways between them.")
    {
        _format.AcceptOnlyFromAmong("json", "mermaid", "dot", "matrix");
        _language.AcceptOnlyFromAmong([.. Languages.Complete]);
        Arguments.Add(_name);
        Options.Add(_format);
        Options.Add(_language);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var name = arguments.GetValue(_name);
        if (Array.Find(s_builtIn, workflow => string.Equals(workflow.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            arguments.InvocationConfiguration.Error.WriteLine(
                $"There is no workflow '{name}'. There are: {string.Join(", ", s_builtIn.Select(workflow => workflow.Name))}.");
            return 1;
        }

        var language = arguments.GetValue(_language);
        arguments.InvocationConfiguration.Output.WriteLine((arguments.GetValue(_format) switch
        {
            "json" => found.ToJson(),
            "mermaid" => found.ToMermaid(language),
            "dot" => found.ToDot(language),
            _ => found.ToMatrix(language),
        }).TrimEnd('\n'));
        return 0;
    }
}
