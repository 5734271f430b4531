using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.Docs.Tests;

public sealed class VocabularyTests
{
    private static readonly string Page = Repository.Read("docs/issues.md");

    public static TheoryData<string> Words => [.. Sources.All, .. Operations.All];

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_source_and_operation_known_by_name_is_printed(string word)
    {
        var row = $"\n| `{word}` | ";

        Page.Should().Contain(row);
    }

    [Fact]
    public void The_limits_printed_are_the_defaults()
    {
        var options = new SystemLogOptions();

        Page.Replace('\n', ' ').Should().Contain($"| `QueueLimit` | {options.QueueLimit:N0} reports |")
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

        Page.Should().ContainAll(types.Select(type => $"`{type}`"));
    }
}
