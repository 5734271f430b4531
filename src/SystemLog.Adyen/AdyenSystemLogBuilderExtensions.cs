using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Adyen;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Adyen to SystemLog.</summary>
public static class AdyenSystemLogBuilderExtensions
{
    /// <summary>Adds what the errors of Adyen mean, and the way to its portal. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddAdyen(this SystemLogBuilder builder) =>
        builder.AddProviderErrors<AdyenAnswers>(
            ErrorRuleSet.FromResource(typeof(AdyenAnswers).Assembly, "adyen.rules.json"),
            new ProviderPortal(Sources.Adyen, "Adyen", "https://ca-live.adyen.com"));
}
