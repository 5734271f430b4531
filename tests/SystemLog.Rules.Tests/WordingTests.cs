using System.Text.Json;

namespace SystemLog.Rules.Tests;

/// <summary>A thing has one word for the people who read it, wherever they read it.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("nb")]
    [InlineData("da")]
    [InlineData("fi")]
    [InlineData("fr")]
    [InlineData("sv")]
    public void The_summary_mail_and_the_panel_call_things_by_the_same_words(string language)
    {
        using var panel = JsonDocument.Parse(Repository.Read($"src/SystemLog.AspNetCore/Texts/panel.{language}.json"));
        using var mail = JsonDocument.Parse(Repository.Read($"src/SystemLog/Digests/Texts/digest.{language}.json"));

        foreach (var words in (string[])["operations", "subjectTypes"])
        {
            Words(mail, words).Should().BeEquivalentTo(Words(panel, words));
        }
    }

    private static Dictionary<string, string?> Words(JsonDocument texts, string name) =>
        texts.RootElement.GetProperty(name).EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString());
}
