using Microsoft.Extensions.DependencyInjection;

namespace SystemLog.Benchmarks;

/// <summary>A host's services with every adapter.</summary>
internal static class AdapterServices
{
    public static ServiceProvider Create()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSystemLog().AddVipps().AddKlarna().AddAdyen().AddTripletex().AddMailchimp().AddSmtp().AddTwilio();
        return services.BuildServiceProvider();
    }
}
