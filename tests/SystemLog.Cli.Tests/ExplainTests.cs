using System.Text.Json;
using SystemLog.Catalogue;

namespace SystemLog.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private const string Capture =
        """{"id":"k-1","provider":"Klarna","operation":"capture","httpStatus":403,"contentType":"application/json","body":"{\"error_code\":\"CAPTURE_NOT_ALLOWED\",\"error_messages\":[\"Captured amount is higher than the remaining amount\"]}","cause":"ignored"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("systemlog-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_line_in_is_a_line_out_with_exactly_these_names_in_this_order()
    {
        var answer = Explain(Capture);

        answer.ExitCode.Should().Be(0);
        using var line = JsonDocument.Parse(answer.Lines.Single());
        line.RootElement.EnumerateObject().Select(property => property.Name)
            .Should().Equal("id", "cause", "retryable", "whoMustAct", "title", "advice", "code", "matched");
        Values(line).Should().Equal("k-1", "InsufficientAmount", "False", "merchant", "CAPTURE_NOT_ALLOWED", "rule");
    }

    [Fact]
    public void Lines_come_out_in_the_order_they_went_in_whatever_they_are()
    {
        var answer = Explain(
            """{"id":1,"provider":"nobody","operation":"x","httpStatus":"503","body":null}""",
            "Connection refused",
            """["not","an","object"]""",
            """{"id":"b","provider":"vipps-mobilepay","operation":"capture","httpStatus":400,"body":{"code":"6100"}}""",
            """{"id":null}""",
            """{"cut":""");

        answer.ExitCode.Should().Be(0);
        answer.Lines.Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => $"{line.GetProperty("id")} {line.GetProperty("cause").GetString()} {line.GetProperty("matched").GetString()}")
            .Should().Equal(
                "1 ProviderUnavailable general", " ConnectionFailed general", " Unknown none", "b AuthorizationExpired rule", " Unknown none", " Unknown none");
    }

    [Fact]
    public void Whatever_a_file_holds_every_line_is_answered_with_a_line_of_json()
    {
        const string Garbage = "{}[]\",:'\\<>&=\0\uFFFD\u200Fåé%x0\t";
        var random = new Random(20261122);
        var lines = Enumerable.Range(0, 3_000).Select(_ =>
        {
            var line = Capture.ToCharArray().ToList();
            for (var changes = random.Next(1, 8); changes > 0; changes--)
            {
                line[random.Next(line.Count)] = Garbage[random.Next(Garbage.Length)];
            }

            return new string([.. line]);
        }).Append("""{"id":"\ud800","provider":"\ud800","operation":"\udc00","body":"\ud83d"}""").Append(new string('[', 100_000)).ToArray();

        var answer = Explain(lines);

        answer.ExitCode.Should().Be(0);
        answer.Lines.Should().HaveCount(lines.Length).And.OnlyContain(line => JsonDocument.Parse(line, default).RootElement.GetProperty("cause").GetString() != null);
    }

    [Fact]
    public void Titles_and_advice_come_in_the_language_asked_for()
    {
        var file = Write("errors.jsonl", Capture);
        var titles = Languages.Complete
            .Select(language => JsonDocument.Parse(Terminal.Run("explain", "--jsonl", file, "--language", language).Lines[0]).RootElement)
            .Select(line => line.GetProperty("title").GetString() + line.GetProperty("advice").GetString());

        titles.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void One_error_is_said_in_plain_words()
    {
        var answer = Terminal.Run(
            "explain", "--provider", "mandrill", "--operation", "sendMail", "--status", "500", "--language", "nb",
            "--body", """{"status":"error","code":-1,"name":"Invalid_Key","message":"Invalid API key"}""");

        answer.ExitCode.Should().Be(0);
        answer.Output.Should().ContainAll("Hvem må handle", "hjelper ikke", "Invalid_Key", "AuthenticationFailed");
    }

    [Fact]
    public void An_unknown_error_is_said_to_be_unknown_in_its_own_words_without_its_secrets()
    {
        var answer = Terminal.Run("explain", "--provider", "Klarna", "--body", "The flux is inverted, card 4111 1111 1111 1111");

        answer.Output.Should().ContainAll("Cause not known", "The flux is inverted", "Klarna").And.NotContain("1111 1111 1111");
    }

    [Fact]
    public void A_hosts_own_rules_are_tried_first()
    {
        var rules = Write("own.rules.json", """
            { "source": "Klarna", "rules": [ { "id": "own.flux", "when": { "words": [["flux"]] }, "cause": "ConfigurationError", "whoMustAct": "Developer",
              "texts": { "en": { "title": "The flux is inverted", "advice": "Turn it." } } } ] }
            """);

        Terminal.Run("explain", "--provider", "Klarna", "--body", "the flux is inverted", "--rules", rules).Output.Should().ContainAll("Turn it.", "own.flux");
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("explain", "--jsonl", "no-such-file.jsonl")]
    [InlineData("explain", "--status", "four")]
    [InlineData("explain", "--status", "404", "--language", "xx")]
    [InlineData("explain", "--status", "404", "--rules", "no-such.rules.json")]
    public void What_cannot_be_done_is_said_on_the_error_stream_and_fails(params string[] arguments)
    {
        var answer = Terminal.Run(arguments);

        answer.ExitCode.Should().NotBe(0);
        answer.Errors.Should().NotBeEmpty().And.NotContain("   at ");
    }

    private Terminal.Answer Explain(params string[] lines) => Terminal.Run("explain", "--jsonl", Write("errors.jsonl", string.Join('\n', lines)));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static IEnumerable<string> Values(JsonDocument line) =>
        from name in (string[])["id", "cause", "retryable", "whoMustAct", "code", "matched"]
        select line.RootElement.GetProperty(name).ToString();
}
