using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

/// <summary>The table of Impleo's transitions, held against every decision that can be made.</summary>
public sealed class ImpleoMatrixTests
{
    private const string Table = """
        | from \ to     | NA | AP | RE | PR | PD | DE | IN | AR | CA | ER | RJ | PF | PP |
        | (new)         | I2 | I3 | I4 | ·  | ·  | ·  | ·  | ·  | ·  | ·  | ·  | ·  | I1 |
        | NotApproved   | –  | A1 | ·  | ·  | ·  | ·  | ·  | ·  | C2 | E1 | A2 | ·  | ·  |
        | Approved      | ·  | –  | F1 | F2 | ·  | F5 | ·  | ·  | C3 | E1 | ·  | ·  | ·  |
        | Received      | ·  | ·  | –  | F2 | ·  | F5 | ·  | ·  | C3 | E1 | ·  | ·  | ·  |
        | Processing    | ·  | ·  | ·  | –  | F3 | ·  | ·  | ·  | C4 | E1 | ·  | ·  | ·  |
        | Produced      | ·  | ·  | ·  | ·  | –  | F4 | ·  | ·  | C4 | E1 | ·  | ·  | ·  |
        | Delivered     | ·  | ·  | ·  | ·  | ·  | –  | F6 | Z2 | ·  | E1 | ·  | ·  | ·  |
        | Invoiced      | ·  | ·  | ·  | ·  | ·  | ·  | –  | Z1 | ·  | E1 | ·  | ·  | ·  |
        | Archived      | ·  | ·  | ·  | ·  | ·  | ·  | ·  | –  | ·  | ·  | ·  | ·  | ·  |
        | Cancelled     | ·  | ·  | ·  | ·  | ·  | ·  | ·  | Z3 | –  | ·  | ·  | ·  | ·  |
        | Error         | E2 | E2 | E2 | E2 | E2 | E2 | E2 | ·  | E3 | –  | ·  | E2 | E2 |
        | Rejected      | ·  | ·  | ·  | ·  | ·  | ·  | ·  | Z3 | ·  | ·  | –  | ·  | ·  |
        | PaymentFailed | P1 | P2 | P2 | ·  | ·  | ·  | ·  | ·  | C1 | E1 | ·  | –  | P4 |
        | PaymentPending| P1 | P2 | P2 | ·  | ·  | ·  | ·  | ·  | C1 | E1 | ·  | P3 | –  |
        """;

    private static readonly string[] Codes =
    [
        "NotApproved", "Approved", "Received", "Processing", "Produced", "Delivered", "Invoiced", "Archived", "Cancelled", "Error", "Rejected",
        "PaymentFailed", "PaymentPending",
    ];

    private static readonly OrderWorkflow Impleo = OrderWorkflow.Impleo;

    [Fact]
    public void Thirteen_statuses_stand_in_their_order() => Impleo.Statuses.Select(status => status.Code).Should().Equal(Codes);

    [Fact]
    public void Forty_eight_of_the_pairs_are_ways() => Expected().Count(cell => cell.From is not null).Should().Be(48);

    [Fact]
    public void What_can_be_decided_from_each_status_by_each_trigger_is_what_the_table_says()
    {
        var worlds = Facts.EveryKind(Impleo);

        var allowed = new HashSet<(string? From, string To, string Id)>();
        foreach (var start in Codes.Prepend(null))
        {
            foreach (var trigger in Impleo.Triggers.Where(trigger => trigger.Name != "Override"))
            {
                allowed.UnionWith(
                    from facts in worlds
                    let decision = Impleo.Decide(start, trigger.Name, facts)
                    where decision.IsAllowed
                    select (start, decision.To!.Code, decision.Transition!.Id));
            }
        }

        allowed.Should().BeEquivalentTo(Expected());
    }

    [Fact]
    public void A_person_with_the_right_and_a_reason_sets_any_status_past_the_rules()
    {
        var ways =
            from start in Codes.Append("no longer defined")
            from end in Codes
            where start != end
            select Impleo.Decide(start, "Override", Facts.Good() with { Chosen = end });

        ways.Should().HaveCount(13 * 13).And.OnlyContain(decision => decision.IsAllowed && decision.Transition!.IsOverride);
    }

    private static List<(string? From, string To, string Id)> Expected() =>
    [
        .. from line in Table.Split('\n').Skip(1)
           let cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToList()
           from column in Enumerable.Range(0, Codes.Length)
           where cells[column + 1] is not ("·" or "–")
           select (cells[0] == "(new)" ? null : cells[0], Codes[column], cells[column + 1]),
    ];
}
