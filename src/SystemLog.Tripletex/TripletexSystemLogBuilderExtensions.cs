using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Tripletex;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Tripletex to SystemLog.</summary>
public static class TripletexSystemLogBuilderExtensions
{
    /// <summary>Adds what the errors of Tripletex mean, and the way to its portal. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddTripletex(this SystemLogBuilder builder) =>
        builder.AddProviderErrors<TripletexAnswers>(
            ErrorRuleSet.FromResource(typeof(TripletexAnswers).Assembly, "tripletex.rules.json"),
            new ProviderPortal(Sources.Tripletex, "Tripletex", "https://tripletex.no"));
}
