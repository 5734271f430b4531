using System.Text.Json;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

public sealed class FormatTests
{
    /// <summary>A workflow by a host that writes whatever it likes.</summary>
    private static readonly OrderWorkflow Odd = OrderWorkflow.Define("odd \"one\"", workflow =>
    {
        workflow.Status("end", StatusRole.New).Label("en", "Say \"hi\"; now: <b>#1</b>\nand | go\\");
        workflow.Status("In two words", StatusRole.Fulfilled).Label("en", "Done").MayEnd();
        workflow.Transition("T1", "Begin").FromNew().To("end");
        workflow.Transition("T2", "Go").From("end").To("In two words", Guards.Covered).Guard(Guards.Reason);
        workflow.Transition("T3", "Remember").From("end").To("In two words").RemembersStatus();
        workflow.Transition("T4", "GoBack").From("In two words").ToPrevious();
    });

    [Fact]
    public void A_transition_is_one_object_with_exactly_these_names()
    {
        using var json = JsonDocument.Parse(OrderWorkflow.Impleo.ToJson());

        Names(json.RootElement).Should().Equal("name", "mode", "statuses", "transitions");
        json.RootElement.GetProperty("statuses").EnumerateArray().Should().HaveCount(13)
            .And.OnlyContain(status => Names(status).SequenceEqual(new[] { "code", "role", "final", "aliases", "labels" }));
        json.RootElement.GetProperty("transitions").EnumerateArray().Should().HaveCount(27).And.OnlyContain(transition =>
            Names(transition).SequenceEqual(new[] { "id", "trigger", "from", "to", "mode", "right", "guards", "notification", "paymentHint" }));
    }

    [Theory]
    [InlineData("impleo", "I2", """{"id":"I2","trigger":"Place","from":["(new)"],"to":["NotApproved"],"mode":"automatic","right":null,"guards":["!PaymentOutstanding","ApprovalInUse","ApprovalNeeded"],"notification":{"customer":"mandatory","approvers":"on"},"paymentHint":{}}""")]
    [InlineData("impleo", "P2", """{"id":"P2","trigger":"ConfirmPayment","from":["PaymentPending","PaymentFailed"],"to":["Approved","Received"],"mode":"automatic","right":null,"guards":["Covered","!ApprovalNeeded","Approved: ApprovalInUse","Received: !ApprovalInUse"],"notification":{"customer":"mandatory","approvers":"never"},"paymentHint":{}}""")]
    [InlineData("impleo", "C4", """{"id":"C4","trigger":"Cancel","from":["Processing","Produced"],"to":["Cancelled"],"mode":"manual","right":"OrderManager & Production","guards":["Reason"],"notification":{"customer":"on","approvers":"never"},"paymentHint":{"authorized":"cancelAuthorization","partiallyCaptured":"refund","captured":"refund","partiallyRefunded":"refund"}}""")]
    [InlineData("impleo", "E2", """{"id":"E2","trigger":"Resume","from":["Error"],"to":["(previous)"],"mode":"either","right":"OrderManager","guards":[],"notification":{"customer":"never","approvers":"never"},"paymentHint":{}}""")]
    [InlineData("impleo", "O1", """{"id":"O1","trigger":"Override","from":["*"],"to":["(chosen)"],"mode":"manual","right":"WorkflowAdmin","guards":["LongReason"],"notification":{"customer":"off","approvers":"never"},"paymentHint":{}}""")]
    [InlineData("dandomain", "D5", """{"id":"D5","trigger":"SetStatus","from":["Unprocessed","InProgress","ReadyForPickup","Shipped"],"to":["(chosen)"],"mode":"manual","right":"OrderManager","guards":[],"notification":{"customer":"on","approvers":"never"},"paymentHint":{"Shipped: authorized":"capture","Shipped: partiallyCaptured":"capture"}}""")]
    public void A_transition_says_all_that_it_is(string workflow, string id, string expected)
    {
        using var json = JsonDocument.Parse(BuiltIn.Named(workflow).ToJson());

        var transition = json.RootElement.GetProperty("transitions").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);

        JsonSerializer.Serialize(transition).Should().Be(JsonSerializer.Serialize(JsonDocument.Parse(expected).RootElement));
    }

    [Fact]
    public void A_status_says_its_spellings_and_its_labels_in_every_language()
    {
        using var json = JsonDocument.Parse(OrderWorkflow.Impleo.ToJson());

        var error = json.RootElement.GetProperty("statuses").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "Received");

        error.GetProperty("role").GetString().Should().Be("New");
        error.GetProperty("final").GetBoolean().Should().BeFalse();
        error.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()).Should().Equal("Recived", "Received");
        Names(error.GetProperty("labels")).Should().Equal("en", "nb", "da", "fi", "fr", "sv");
        error.GetProperty("labels").GetProperty("nb").GetProperty("customer").GetString().Should().Be("Mottatt");
    }

    [Fact]
    public void A_diagram_has_every_way_once()
    {
        var ways = OrderWorkflow.Impleo.ToMermaid().Split('\n').Where(line => line.Contains("-->", StringComparison.Ordinal)).ToList();

        ways.Should().HaveCount(48 + 4 + 1).And.OnlyHaveUniqueItems();
        ways.Should().Contain("    Error --> Cancelled : Cancel E3").And.Contain("    [*] --> Approved : Place I3").And.Contain("    Archived --> [*]");
    }

    [Fact]
    public void Labels_stand_in_diagrams_and_tables_in_the_language_asked_for()
    {
        OrderWorkflow.Impleo.ToMermaid("nb").Should().Contain("state \"Ferdig produsert\" as Produced").And.Contain("Approved --> Processing : Start produksjonen F2");
        OrderWorkflow.Impleo.ToDot("fi").Should().Contain("\"Produced\" [label=\"Valmistettu\"]");
        OrderWorkflow.Impleo.ToMatrix("sv").Should().StartWith(@"| from \ to | Ej godkänd |");
    }

    [Fact]
    public void What_a_host_writes_cannot_break_a_diagram_or_a_table()
    {
        Odd.ToMermaid("en").Should().Be("""
            stateDiagram-v2
                direction LR
                state "Say #34;hi#34;#59; now#58; #60;b#62;#35;1#60;/b#62; and | go\" as status1
                state "Done" as status2
                [*] --> status1 : Begin T1
                status1 --> status2 : Go T2, Remember T3
                status2 --> status1 : GoBack T4
                status2 --> [*]

            """.ReplaceLineEndings("\n"));
        Odd.ToDot("en").Should().Contain("digraph \"odd \\\"one\\\"\"").And.Contain("[label=\"Say \\\"hi\\\"; now: <b>#1</b> and | go\\\\\"]");
        Odd.ToMatrix("en").Should().Be("""
            | from \ to | Say "hi"; now: <b>#1</b> and \| go\ | Done |
            | --- | --- | --- |
            | **(new)** | T1 | · |
            | **Say "hi"; now: <b>#1</b> and \| go\** | – | T2, T3 |
            | **Done** | T4 | – |

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_version_follows_the_rules_and_not_the_words()
    {
        Define("Open", Guards.Reason).Version.Should().Be(Define("Åpen", Guards.Reason).Version).And.MatchRegex("^[0-9a-f]{16}$");
        Define("Open", Guards.Reason).Version.Should().NotBe(Define("Open", Guards.LongReason).Version);
        BuiltIn.All.Select(workflow => workflow.Version).Should().OnlyHaveUniqueItems();
    }

    private static OrderWorkflow Define(string label, Guard guard) => OrderWorkflow.Define("w", workflow =>
    {
        workflow.Status("Open", StatusRole.New).Label("en", label).MayEnd();
        workflow.Transition("T1", "Place").FromNew().To("Open").Guard(guard);
    });

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
