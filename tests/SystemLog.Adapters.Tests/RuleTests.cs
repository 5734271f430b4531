using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests;

public sealed class RuleTests
{
    public static TheoryData<string> SourcesWithRules { get; } = [.. AdapterCatalogue.RuleSets.Select(set => set.Source)];

    [Theory]
    [MemberData(nameof(SourcesWithRules))]
    public void Every_rule_has_texts_and_an_example_that_is_its_own(string source)
    {
        var set = AdapterCatalogue.RuleSets.Single(set => set.Source == source);

        set.Faults(AdapterCatalogue.Parsers.Single(parser => parser.Source == source)).Should().BeEmpty();
    }

    [Fact]
    public void No_two_adapters_share_a_rule_id()
    {
        AdapterCatalogue.RuleSets.SelectMany(set => set.Ids).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(SourcesWithRules))]
    public void Advice_is_given_in_both_languages_and_without_leftovers(string source)
    {
        foreach (var rule in AdapterCatalogue.RuleSets.Single(set => set.Source == source).Ids)
        {
            var english = AdapterCatalogue.Catalogue.Describe(source, Cause.Unknown, rule, Explanation.EmptyValues, new CultureInfo("en-GB"));
            var norwegian = AdapterCatalogue.Catalogue.Describe(source, Cause.Unknown, rule, Explanation.EmptyValues, new CultureInfo("nb-NO"));

            english.Text.Should().NotBe(norwegian.Text).And.NotContainAny("{", "[", "  ");
            norwegian.Text.Should().NotContainAny("{", "[", "  ", " .");
        }
    }

    [Theory]
    [InlineData(Sources.Vipps)]
    [InlineData(Sources.Klarna)]
    [InlineData(Sources.Adyen)]
    [InlineData(Sources.Tripletex)]
    [InlineData(Sources.MailchimpMarketing)]
    [InlineData(Sources.MailchimpTransactional)]
    [InlineData(Sources.Twilio)]
    public void Statuses_without_a_body_are_read_the_same_for_every_provider(string source)
    {
        AdapterCatalogue.Explain(source, Operations.Other, 401, null).Cause.Should().Be(Cause.AuthenticationFailed);
        AdapterCatalogue.Explain(source, Operations.Other, 403, null).Cause.Should().Be(Cause.PermissionDenied);
        AdapterCatalogue.Explain(source, Operations.Other, 429, "").Should().Match<Explanation>(found => found.Cause == Cause.RateLimited && found.Retryable);
        AdapterCatalogue.Explain(source, Operations.Other, 503, null).Should().Match<Explanation>(found => found.Cause == Cause.ProviderUnavailable && found.Retryable);
    }
}
