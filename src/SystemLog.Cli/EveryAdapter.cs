using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;

namespace SystemLog.Cli;

/// <summary>The catalogue with every adapter there is.</summary>
internal static class EveryAdapter
{
    /// <exception cref="FormatException">A file is not a rule file.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static ErrorCatalogue Catalogue(IEnumerable<string> ownRules)
    {
        var services = new ServiceCollection();
        var builder = services.AddSystemLog().AddVipps().AddKlarna().AddAdyen().AddTripletex().AddMailchimp().AddSmtp().AddTwilio();
        foreach (var file in ownRules)
        {
            builder.AddErrorRules(file);
        }

        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<ErrorCatalogue>();
    }
}
