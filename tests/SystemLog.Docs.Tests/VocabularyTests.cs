using SystemLog.Catalogue;
using SystemLog.Messages;
using SystemLog.Smtp;
using SystemLog.Smtp.Sending;
using SystemLog.Subjects;
using static SystemLog.Docs.Tests.MarkdownTable;

namespace SystemLog.Docs.Tests;

public sealed class VocabularyTests
{
    private static readonly string Issues = Repository.Read("docs/issues.md");
    private static readonly string Causes = Repository.Read("docs/catalogue.md");
    private static readonly string Mail = Repository.Read("docs/mail.md");

    [Fact]
    public void Every_source_known_by_name_is_printed_and_no_other()
    {
        FirstCells(Issues, "source").Should().Equal(Sources.All);
    }

    [Fact]
    public void Every_operation_known_by_name_is_printed_and_no_other()
    {
        FirstCells(Issues, "operation").Should().Equal(Operations.All);
    }

    [Fact]
    public void Every_cause_is_printed_with_its_family()
    {
        var printed = Rows(Causes, "Cause").Select(cells => (cells[0], cells[1]));

        printed.Should().Equal(Enum.GetValues<Cause>().Select(cause => (cause.ToString(), CauseFamilies.Of(cause).ToString())));
    }

    [Fact]
    public void Every_family_of_causes_is_printed()
    {
        FirstCells(Causes, "Family").Should().Equal(Enum.GetNames<CauseFamily>());
    }

    [Fact]
    public void The_limits_printed_are_the_defaults()
    {
        var options = new SystemLogOptions();

        Issues.Replace('\n', ' ').Should().Contain($"| `QueueLimit` | {options.QueueLimit:N0} reports |")
            .And.Contain($"| `QueueBytes` | {options.QueueBytes / 1024 / 1024} MiB of text |")
            .And.Contain($"| `PendingIssuesLimit` | {options.PendingIssuesLimit:N0} different issues")
            .And.Contain($"| `ShutdownTimeout` | {options.ShutdownTimeout.TotalSeconds} seconds |")
            .And.Contain($"the newest {options.OccurrencesKept}, a setting")
            .And.Contain($"After {options.DetailsRetention.TotalDays} days the details go")
            .And.Contain($"after {options.SolvedRetention.TotalDays} days");
    }

    [Fact]
    public void Every_type_of_subject_is_printed()
    {
        var types = typeof(SubjectTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Issues.Should().ContainAll(types.Select(type => $"`{type}`"));
    }

    [Fact]
    public void Every_outcome_of_a_mail_is_printed()
    {
        FirstCells(Mail, "outcome").Should().Equal(typeof(SendOutcome).GetNestedTypes().Select(type => type.Name));
    }

    [Fact]
    public void Every_setting_of_a_mail_server_is_printed_with_its_default()
    {
        var options = new SmtpOptions();

        FirstCells(Mail, "security").Should().Equal(Enum.GetNames<ConnectionSecurity>());
        FirstCells(Mail, "setting").SelectMany(cell => cell.Split(", ")).Select(name => name.Trim('`'))
            .Should().BeEquivalentTo(typeof(SmtpOptions).GetProperties().Select(property => property.Name));
        Mail.Should().Contain($"| `Port` | {options.Port} |")
            .And.Contain($"| `Security` | `{options.Security}` |")
            .And.Contain($"| `ConnectTimeout` | {options.ConnectTimeout.TotalSeconds} seconds |")
            .And.Contain($"| `CommandTimeout` | {options.CommandTimeout.TotalMinutes} minute |")
            .And.Contain($"| `AcceptTimeout` | {options.AcceptTimeout.TotalMinutes} minutes |");
    }
}
