using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests;

/// <summary>The catalogue as a host gets it from every adapter's one line.</summary>
internal static class AdapterCatalogue
{
    private static readonly ServiceProvider s_services = Register(new ServiceCollection()).BuildServiceProvider();

    public static ErrorCatalogue Catalogue { get; } = s_services.GetRequiredService<ErrorCatalogue>();

    public static IReadOnlyList<ErrorRuleSet> RuleSets { get; } = [.. s_services.GetServices<ErrorRuleSet>()];

    public static IReadOnlyList<IAnswerParser> Parsers { get; } = [.. s_services.GetServices<IAnswerParser>()];

    public static IReadOnlyList<ProviderPortal> Portals { get; } = [.. s_services.GetServices<ProviderPortal>()];

    public static IServiceCollection Register(IServiceCollection services)
    {
        services.AddSystemLog().AddVipps().AddKlarna().AddAdyen().AddTripletex().AddMailchimp().AddSmtp().AddTwilio();
        return services;
    }

    public static Explanation Explain(string source, string operation, int? status, string? body) =>
        Catalogue.Explain(new() { Source = source, Operation = operation, Status = status, Body = body });
}
