using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Klarna;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Klarna to SystemLog.</summary>
public static class KlarnaSystemLogBuilderExtensions
{
    /// <summary>Adds what the errors of Klarna mean, and the way to its portal. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddKlarna(this SystemLogBuilder builder) =>
        builder.AddProviderErrors<KlarnaAnswers>(
            ErrorRuleSet.FromResource(typeof(KlarnaAnswers).Assembly, "klarna.rules.json"),
            new ProviderPortal(Sources.Klarna, "Klarna", "https://portal.klarna.com"));
}
