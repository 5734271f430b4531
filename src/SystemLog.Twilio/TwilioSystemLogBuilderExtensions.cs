using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Twilio;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Twilio to SystemLog.</summary>
public static class TwilioSystemLogBuilderExtensions
{
    /// <summary>Adds what the errors of Twilio mean, and the way to its portal. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddTwilio(this SystemLogBuilder builder) =>
        builder.AddProviderErrors<TwilioAnswers>(
            ErrorRuleSet.FromResource(typeof(TwilioAnswers).Assembly, "twilio.rules.json"),
            new ProviderPortal(Sources.Twilio, "Twilio", "https://console.twilio.com"));
}
