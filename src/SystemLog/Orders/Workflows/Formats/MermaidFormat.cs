using System.Text;
using System.Text.RegularExpressions;

namespace SystemLog.Orders.Workflows.Formats;

/// <summary>Writes a workflow as a state diagram for Mermaid.</summary>
internal static partial class MermaidFormat
{
    public static string Write(OrderWorkflow workflow, string? language)
    {
        var names = workflow.Statuses.Select((status, index) => (status.Code, Name: Plain().IsMatch(status.Code) ? status.Code : $"status{index + 1}"))
            .ToDictionary(pair => pair.Code, pair => pair.Name, StringComparer.Ordinal);
        var text = new StringBuilder("stateDiagram-v2\n    direction LR\n");
        foreach (var status in workflow.Statuses)
        {
            text.Append($"    state \"{Escaped(Notation.NameOf(status, language))}\" as {names[status.Code]}\n");
        }

        foreach (var ways in Way.AllOf(workflow.Statuses, workflow.Transitions).GroupBy(way => (way.From, way.To)))
        {
            var labels = ways.Select(way => way.Transition).Distinct().Select(transition => Escaped(Notation.NameOf(workflow, transition, language)));
            text.Append($"    {(ways.Key.From is { } from ? names[from] : "[*]")} --> {names[ways.Key.To]} : {string.Join(", ", labels)}\n");
        }

        foreach (var status in workflow.Statuses.Where(status => status.MayEnd))
        {
            text.Append($"    {names[status.Code]} --> [*]\n");
        }

        return text.ToString();
    }

    private static string Escaped(string text) => Special().Replace(text.ReplaceLineEndings(" "), match => $"#{(int)match.Value[0]};");

    // Words of Mermaid's own language cannot name a state.
    [GeneratedRegex("^(?!(?:state|end|note|class|classDef|style|direction|default|fork|join|choice|as|scale|hide|click|href)$)[a-z][a-z0-9]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("[\"#;:<>&]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Special();
}
