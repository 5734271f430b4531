using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Adding_an_adapter_twice_changes_nothing()
    {
        var services = AdapterCatalogue.Register(new ServiceCollection());
        var count = services.Count(service => service.ServiceType.Assembly == typeof(ErrorCatalogue).Assembly);

        AdapterCatalogue.Register(services);

        services.Count(service => service.ServiceType.Assembly == typeof(ErrorCatalogue).Assembly).Should().Be(count);
        services.BuildServiceProvider().GetRequiredService<ErrorCatalogue>().Should().NotBeNull();
    }

    [Fact]
    public void Every_source_has_parser_rules_and_a_name_and_portals_are_over_https()
    {
        var sources = AdapterCatalogue.Parsers.Select(parser => parser.Source);

        sources.Should().BeSubsetOf(Sources.All);
        AdapterCatalogue.RuleSets.Select(set => set.Source).Should().BeEquivalentTo(sources);
        AdapterCatalogue.Portals.Select(portal => portal.Source).Should().BeEquivalentTo(sources);
        AdapterCatalogue.Portals.Should().OnlyContain(portal => portal.Url == null || portal.Url.StartsWith("https://"));
    }

    [Fact]
    public void Sources_are_called_what_the_merchant_calls_them()
    {
        AdapterCatalogue.Portals.Single(portal => portal.Source == Sources.MailchimpMarketing).Name.Should().Be("Mailchimp");
    }
}
