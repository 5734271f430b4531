using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Smtp;

public sealed class SmtpAdviceTests
{
    [Theory]
    [InlineData("en", "The mail server is down at the moment")]
    [InlineData("nb", "E-postserveren")]
    [InlineData("nn", "E-postserveren")]
    public void A_mail_server_has_no_proper_name_and_may_open_a_sentence(string language, string start)
    {
        var advice = AdapterCatalogue.Catalogue.Describe(
            Sources.Smtp, Cause.ProviderUnavailable, null, Explanation.EmptyValues, new CultureInfo(language));

        advice.Title.Should().StartWith(start);
    }

    [Fact]
    public void Every_rule_speaks_six_languages()
    {
        foreach (var rule in AdapterCatalogue.RuleSets.Single(set => set.Source == Sources.Smtp).Ids)
        {
            var texts = new[] { "en", "nb", "da", "fi", "fr", "sv" }.Select(language => AdapterCatalogue.Catalogue.Describe(
                Sources.Smtp, Cause.Unknown, rule, Explanation.EmptyValues, new CultureInfo(language)));

            texts.Should().OnlyHaveUniqueItems().And.OnlyContain(text => text.Title.Length <= 52 && text.Text.Length < 320);
        }
    }
}
