using SystemLog.Orders.Workflows;

namespace SystemLog.Docs.Tests;

public sealed class WorkflowPageTests
{
    private const string Approve = "SYSTEMLOG_APPROVE";
    private const string Page = "docs/workflows.md";

    [Fact]
    public void The_tables_and_diagrams_printed_are_what_the_workflows_say()
    {
        var printed = Repository.Read(Page);
        var generated = printed;
        foreach (var workflow in (OrderWorkflow[])[OrderWorkflow.Impleo, OrderWorkflow.DanDomain, OrderWorkflow.Reservation])
        {
            generated = WorkflowPage.Fill(generated, workflow);
        }

        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Repository.Write(Page, generated);
            return;
        }

        printed.Should().Be(generated, "'{0}=1 dotnet test tests/SystemLog.Docs.Tests' writes it anew", Approve);
    }

    [Fact]
    public void Every_reason_that_is_no_guards_is_printed()
    {
        var codes = typeof(RefusalCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except([RefusalCodes.NotFound, RefusalCodes.TextTooLong]);

        Repository.Read(Page).Should().ContainAll(codes.Select(code => $"`{code}`"));
    }
}
