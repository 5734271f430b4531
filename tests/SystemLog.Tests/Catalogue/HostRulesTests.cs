using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;

namespace SystemLog.Tests.Catalogue;

public sealed class HostRulesTests
{
    private static readonly CustomErrorRule s_theirs = new()
    {
        Id = "klarna.not-allowed", Codes = ["NO"], Cause = Cause.InvalidState, WhoMustAct = WhoMustAct.Merchant,
    };

    private static readonly CustomErrorRule s_own = new()
    {
        Id = "shop.not-allowed",
        Words = [["not allowed"]],
        Cause = Cause.PermissionDenied,
        WhoMustAct = WhoMustAct.Developer,
        Retryable = true,
        Texts = new Dictionary<string, Advice> { ["en"] = new("Ask Ola", "Ola knows.") },
    };

    private static readonly ProviderError s_error = new() { Source = "Klarna", Operation = "capture", Body = """{"code":"NO","message":"Not  ALLOWED"}""" };

    [Fact]
    public void A_hosts_rule_comes_before_ours_even_where_ours_names_structure()
    {
        var catalogue = Catalogue(ErrorRuleSet.Of("Klarna", s_own).At(RulePlacement.BeforeOurs));

        var explanation = catalogue.Explain(s_error);

        explanation.Should().BeEquivalentTo(new { Cause = Cause.PermissionDenied, WhoMustAct = WhoMustAct.Developer, Retryable = true, Match = Match.Rule, Rule = s_own.Id });
        catalogue.Describe("Klarna", explanation.Cause, explanation.Rule, explanation.Values, new CultureInfo("nb-NO")).Title.Should().Be("Ask Ola");
    }

    [Fact]
    public void Where_it_does_not_match_ours_still_does()
    {
        var catalogue = Catalogue(ErrorRuleSet.Of("Klarna", s_own with { Words = [["something else"]] }).At(RulePlacement.BeforeOurs));

        catalogue.Explain(s_error).Rule.Should().Be(s_theirs.Id);
    }

    [Fact]
    public void Instead_of_ours_means_that_ours_are_not_used()
    {
        var catalogue = Catalogue(ErrorRuleSet.Of("Klarna", s_own with { Words = [["something else"]] }).At(RulePlacement.InsteadOfOurs));

        catalogue.Explain(s_error).Rule.Should().NotBe(s_theirs.Id);
    }

    [Fact]
    public void A_rule_with_the_id_of_ours_takes_its_place()
    {
        var catalogue = Catalogue(ErrorRuleSet.Of("Klarna", s_theirs with { Codes = ["OTHER"] }).At(RulePlacement.BeforeOurs));

        catalogue.Explain(s_error).Rule.Should().NotBe(s_theirs.Id);
    }

    [Fact]
    public void A_rule_for_any_source_comes_before_the_adapters_rules()
    {
        var catalogue = Catalogue(ErrorRuleSet.Of(ErrorRuleSet.AnySource, s_own).At(RulePlacement.BeforeOurs));

        catalogue.Explain(s_error).Rule.Should().Be(s_own.Id);
        catalogue.Explain(s_error with { Source = "Nobody we know" }).Rule.Should().Be(s_own.Id);
    }

    [Fact]
    public void A_file_of_a_provider_nobody_knows_is_added_in_one_line()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """
                { "source": "Warehouse", "rules": [ { "id": "warehouse.sold-out", "when": { "words": [["Sold Out"]] }, "cause": "InvalidState",
                  "whoMustAct": "Merchant", "texts": { "en": { "title": "Sold out", "advice": "Order more." } } } ] }
                """);
            var services = new ServiceCollection();
            services.AddSystemLog().AddErrorRules(file);

            var catalogue = services.BuildServiceProvider().GetRequiredService<ErrorCatalogue>();

            catalogue.Explain(new() { Source = "Warehouse", Operation = "reserve", Body = "SKU 5 is sold out" }).Rule.Should().Be("warehouse.sold-out");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("{}", "*required*")]
    [InlineData("""{ "id": "a", "when": {}, "cause": "NotFound", "whoMustAct": "Merchant" }""", "*'a'*no condition*")]
    [InlineData("""{ "id": "a", "when": { "words": [[" "]] }, "cause": "NotFound", "whoMustAct": "Merchant" }""", "*'a'*empty*")]
    [InlineData("""{ "id": "a", "when": { "code": [] }, "cause": "NotFound", "whoMustAct": "Merchant" }""", "*'a'*empty list*")]
    [InlineData("""{ "id": "a", "when": { "status": ["4o4"] }, "cause": "NotFound", "whoMustAct": "Merchant" }""", "*'a'*4o4*")]
    [InlineData("""{ "id": "", "when": { "code": ["1"] }, "cause": "NotFound", "whoMustAct": "Merchant" }""", "*no id*")]
    [InlineData("""{ "id": "a", "when": { "code": ["1"] }, "cause": "NotFound", "whoMustAct": "Merchant" }, { "id": "a", "when": { "code": ["2"] }, "cause": "NotFound", "whoMustAct": "Merchant" }""", "*'a' stands twice*")]
    [InlineData("""{ "id": "a", "when": { "code": ["1"] }, "cause": "NotFound", "whoMustAct": "Merchant", "texts": { "en": { "title": "[", "advice": "b" } } }""", "*open*")]
    [InlineData("""{ "id": "a", "when": { "code": ["1"] }, "cause": "NotFound", "whoMustAct": "Merchant", "textsOf": "b" }""", "*'a'*'b' has none*")]
    public void A_rule_that_is_not_sound_keeps_the_host_from_starting_and_is_named(string rules, string message)
    {
        var read = () => Read($$"""{ "source": "X", "rules": [ {{rules}} ] }""");

        read.Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var add = () => new ServiceCollection().AddSystemLog().AddErrorRules("no-such.rules.json");

        add.Should().Throw<IOException>().WithMessage("*no-such.rules.json*");
    }

    [Fact]
    public void A_broken_file_is_either_read_or_refused_and_what_is_read_never_throws()
    {
        const string Whole = """
            { "source": "X", "rules": [ { "id": "a", "when": { "code": ["1"], "status": ["5xx"], "field": ["f"], "operation": ["capture"],
              "words": [["b", " c "]], "without": ["d"], "failure": ["Timeout"] }, "cause": "NotFound", "whoMustAct": "Nobody", "retryable": true,
              "capture": { "v": { "after": ["x"], "until": ["y"] } }, "example": { "body": "b" },
              "texts": { "en": { "title": "T[ {v}]", "advice": "A" } } } ] }
            """;
        Prop.ForAll(ArbMap.Default.ArbFor<(NonNegativeInt At, NonNegativeInt Length, NonNegativeInt Put)>(), cut =>
        {
            var at = cut.At.Get * 37 % Whole.Length;
            var put = (string[])["", "null", "\"\"", "[]", "[", "{", "}", "9", " "];
            var broken = Whole.Remove(at, Math.Min(cut.Length.Get % 20, Whole.Length - at)).Insert(at, put[cut.Put.Get % put.Length]);
            try
            {
                new ErrorCatalogue([], [Read(broken)]).Explain(s_error with { Source = "X" });
            }
            catch (FormatException)
            {
            }
        }).QuickCheckThrowOnFailure();
    }

    private static ErrorCatalogue Catalogue(ErrorRuleSet own) => new([], [ErrorRuleSet.Of("Klarna", s_theirs), own]);

    private static ErrorRuleSet Read(string json) => ErrorRuleSet.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
