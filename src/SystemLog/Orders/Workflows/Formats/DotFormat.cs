using System.Text;

namespace SystemLog.Orders.Workflows.Formats;

/// <summary>Writes a workflow as a graph for Graphviz: dashed where only the system leads on, with a double line where orders may end.</summary>
internal static class DotFormat
{
    public static string Write(OrderWorkflow workflow, string? language)
    {
        var text = new StringBuilder($"digraph {Quoted(workflow.Name)} {{\n");
        text.Append("    rankdir=LR;\n    node [shape=box, style=rounded];\n    \"(new)\" [shape=point];\n");
        foreach (var status in workflow.Statuses)
        {
            text.Append($"    {Quoted(status.Code)} [label={Quoted(Notation.NameOf(status, language))}{(status.MayEnd ? ", peripheries=2" : "")}];\n");
        }

        foreach (var way in Way.AllOf(workflow.Statuses, workflow.Transitions).Distinct())
        {
            var style = way.Transition.Mode == TransitionMode.Automatic ? ", style=dashed" : "";
            var label = Quoted(Notation.NameOf(workflow, way.Transition, language));
            text.Append($"    {Quoted(way.From ?? Notation.New)} -> {Quoted(way.To)} [label={label}{style}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
