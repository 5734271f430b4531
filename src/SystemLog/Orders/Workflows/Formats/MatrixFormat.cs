using System.Text;

namespace SystemLog.Orders.Workflows.Formats;

/// <summary>Writes a workflow as a table of what leads from where to where, in Markdown.</summary>
internal static class MatrixFormat
{
    public static string Write(OrderWorkflow workflow, string? language)
    {
        var ways = Way.AllOf(workflow.Statuses, workflow.Transitions).ToLookup(way => (way.From, way.To), way => way.Transition.Id);
        var text = new StringBuilder();
        Row(text, @"from \ to", workflow.Statuses.Select(status => Cell(Notation.NameOf(status, language))));
        Row(text, "---", workflow.Statuses.Select(_ => "---"));
        Row(text, $"**{Notation.New}**", workflow.Statuses.Select(to => Cell(ways, null, to.Code)));
        foreach (var from in workflow.Statuses)
        {
            Row(text, $"**{Cell(Notation.NameOf(from, language))}**", workflow.Statuses.Select(to => Cell(ways, from.Code, to.Code)));
        }

        return text.ToString();
    }

    private static string Cell(ILookup<(string?, string), string> ways, string? from, string to) =>
        ways.Contains((from, to)) ? Cell(string.Join(", ", ways[(from, to)].Distinct(StringComparer.Ordinal))) : from == to ? "–" : "·";

    // A label is the host's: it must not end its cell.
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    private static void Row(StringBuilder text, string first, IEnumerable<string> cells) =>
        text.Append("| ").Append(first).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");
}
