using System.Globalization;
using System.Text;
using SystemLog.Catalogue;

namespace SystemLog.Tests.Catalogue;

public sealed class ErrorRuleSetTests
{
    private const string Texts = """ "texts": { "en": { "title": "T[ {vat}]", "advice": "A." }, "nb": { "title": "N", "advice": "R." } } """;

    [Fact]
    public void Structure_is_tried_before_words_and_words_before_last_resorts()
    {
        var set = Read(
            Rule("last", """ "code": ["E1"] """, """ "lastResort": true, """),
            Rule("words", """ "words": [["no vat"]] """),
            Rule("structure", """ "code": ["E1"], "words": [["class 3"]] """));
        var catalogue = new ErrorCatalogue([], [set]);

        set.Ids.Should().Equal("structure", "words", "last");
        Explain(catalogue, "no vat class 3").Should().Be("structure");
        Explain(catalogue, "No  VAT, class 4").Should().Be("words");
        Explain(catalogue, "other").Should().Be("last");
    }

    [Theory]
    [InlineData("No class here", "T")]
    [InlineData("class 25 %: not active", "T 25 %")]
    public void A_part_whose_value_is_missing_is_left_out(string message, string title)
    {
        var set = Read(Rule("vat", """ "words": [["class"]] """, """ "capture": { "vat": { "after": ["class "], "until": [":", "here"] } }, """));
        var catalogue = new ErrorCatalogue([], [set]);

        var explanation = catalogue.Explain(Error(message));

        catalogue.Describe("X", explanation.Cause, explanation.Rule, explanation.Values, CultureInfo.InvariantCulture).Title.Should().Be(title);
    }

    [Fact]
    public void The_field_a_provider_complains_about_is_named_without_being_captured()
    {
        var catalogue = new ErrorCatalogue([new FieldReader()]);

        var explanation = catalogue.Explain(new() { Source = "X", Operation = "other", Status = 400 });

        catalogue.Describe("X", explanation.Cause, explanation.Rule, explanation.Values, CultureInfo.InvariantCulture).Title
            .Should().Be("The shop sent something wrong: invoice.dueDate");
    }

    [Fact]
    public void A_rule_may_say_what_another_says()
    {
        var set = Read(
            Rule("code", """ "code": ["E1"] """),
            """{ "id": "words", "when": { "words": [["gone"]] }, "cause": "NotFound", "whoMustAct": "Merchant", "textsOf": "code" }""");

        new ErrorCatalogue([], [set]).Describe("X", Cause.NotFound, "words", Explanation.EmptyValues, CultureInfo.InvariantCulture).Title.Should().Be("T");
    }

    [Fact]
    public void A_secret_never_gets_into_a_value()
    {
        var set = Read(Rule("vat", """ "words": [["class"]] """, """ "capture": { "vat": { "after": ["class "], "until": [";"] } }, """));

        new ErrorCatalogue([], [set]).Explain(Error("class 4111 1111 1111 1111")).Values["vat"].Should().NotContain("1111 1111");
    }

    [Fact]
    public void Faults_are_named()
    {
        var set = Read(
            Rule("a", """ "code": ["E1"] """),
            Rule("b", """ "code": ["E1"] """),
            Rule("c", """ "code": ["E2"], "words": [["Upper case"]] """).Replace("A.", "Shouts!", StringComparison.Ordinal).Replace("\"nb\"", "\"da\"", StringComparison.Ordinal));

        set.Faults().Should().Contain(
        [
            "b: its example is taken by a.",
            "c: its example does not match it.",
            "c: 'Upper case' is not normalised: lower case, single spaces, straight quotes.",
            "c: it has no text in 'nb'.",
            "c: 'Shouts!' is empty or shouts.",
            "a: '{vat}' must be captured and stand in a part in brackets, because it may be missing.",
        ]);
    }

    [Theory]
    [InlineData(""" "code": ["E1"], "colour": "red" """, "*colour*")]
    [InlineData(""" "code": ["E1"] """, "*NoSuchCause*", "NoSuchCause")]
    public void A_file_that_is_no_rule_file_is_refused(string when, string message, string cause = "VatOrAccountSetup")
    {
        var read = () => Read(Rule("a", when).Replace("VatOrAccountSetup", cause, StringComparison.Ordinal));

        read.Should().Throw<FormatException>().WithMessage(cause == "VatOrAccountSetup" ? message : "*cause*");
    }

    private sealed class FieldReader : IAnswerParser
    {
        public string Source => "X";

        public ErrorFacts Parse(ProviderError error) => new() { Fields = [new("invoice.dueDate", "?")] };
    }

    private static string? Explain(ErrorCatalogue catalogue, string message) => catalogue.Explain(Error(message)).Rule;

    private static ProviderError Error(string message) =>
        new() { Source = "X", Operation = "other", Body = $$"""{"code":"E1","message":"{{message}}"}""" };

    private static string Rule(string id, string when, string more = "") => $$"""
        { "id": "{{id}}", "when": { {{when}} }, "cause": "VatOrAccountSetup", "whoMustAct": "Merchant", {{more}}
          "example": { "body": { "code": "E1", "message": "x" } }, {{Texts}} }
        """;

    private static ErrorRuleSet Read(params string[] rules) =>
        ErrorRuleSet.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "source": "X", "rules": [ {{string.Join(',', rules)}} ] }""")));
}
