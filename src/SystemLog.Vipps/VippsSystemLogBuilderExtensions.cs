using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Vipps;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Vipps MobilePay to SystemLog.</summary>
public static class VippsSystemLogBuilderExtensions
{
    /// <summary>Adds what the errors of Vipps MobilePay mean, and the way to its portal. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddVipps(this SystemLogBuilder builder) =>
        builder.AddProviderErrors<VippsAnswers>(
            ErrorRuleSet.FromResource(typeof(VippsAnswers).Assembly, "vipps.rules.json"),
            new ProviderPortal(Sources.Vipps, "Vipps MobilePay", "https://portal.vippsmobilepay.com"));
}
