using System.Text;
using SystemLog.Catalogue;
using SystemLog.Orders.Workflows;

namespace SystemLog.Docs.Tests;

/// <summary>The parts of docs/workflows.md that follow from the workflows.</summary>
internal static class WorkflowPage
{
    private const string End = "<!-- end -->";

    /// <summary>Returns the page with what stands between the marks of a workflow written anew.</summary>
    public static string Fill(string page, OrderWorkflow workflow)
    {
        var mark = $"<!-- generated {workflow.Name} -->\n";
        var from = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var to = page.IndexOf(End, from, StringComparison.Ordinal);
        return page[..from] + Write(workflow) + page[to..];
    }

    private static string Write(OrderWorkflow workflow)
    {
        var text = new StringBuilder("\n| status | the host is told | also understood | role | the customer sees | may end |\n|---|---|---|---|---|---|\n");
        foreach (var status in workflow.Statuses)
        {
            var others = status.Aliases.Skip(1).Where(alias => alias != status.Code).Select(Code);
            var customer = status.LabelIn(Languages.English).Customer;
            text.Append($"| `{status.Code}` | `{status.HostCode}` | {string.Join(", ", others)} | {status.Role} | {customer} | {(status.MayEnd ? "yes" : "")} |\n");
        }

        text.Append("\nWhat leads from where to where:\n\n").Append(workflow.ToMatrix());
        text.Append("\n| id | trigger | who | right | holds when | tells the customer | suggests |\n|---|---|---|---|---|---|---|\n");
        foreach (var transition in workflow.Transitions)
        {
            text.Append($"| {transition.Id} | `{transition.Trigger}` | {transition.Mode.ToString().ToLowerInvariant()} | {Right(transition)} | {Guards(transition)} | {Notice(transition)} | {Hints(transition)} |\n");
        }

        return text.Append("\n```mermaid\n").Append(workflow.ToMermaid(Languages.English)).Append("```\n\n").ToString();
    }

    private static string Right(Transition transition) =>
        string.Join(transition.Right is RightRequirement.AllOf ? " and " : " or ", transition.Right.Names.Select(Code));

    private static string Guards(Transition transition) => string.Join(", ", transition.Guards.Select(guard => Code(guard.Name))
        .Concat(transition.To.OfType<TransitionTarget.Status>().SelectMany(to => to.When.Select(guard => $"{Code(guard.Name)} for {Code(to.Code)}")))
        .Concat(transition.Warnings.Select(guard => $"warns: {Code(guard.Name)}")));

    private static string Notice(Transition transition) =>
        transition.Notices.GetValueOrDefault(Audience.Customer, NoticeRule.Never).ToString().ToLowerInvariant()
        + (transition.Notices.GetValueOrDefault(Audience.Approvers, NoticeRule.Never) == NoticeRule.On ? ", and the approvers" : "");

    private static string Hints(Transition transition) => string.Join(" or ", transition.Hints
        .Select(hint => Code($"{hint.Hint}") + (hint.To is null ? "" : $" for {Code(hint.To)}")).Distinct());

    private static string Code(string text) => $"`{text}`";
}
