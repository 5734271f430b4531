using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Customers;

namespace SystemLog.AspNetCore.Http;

/// <summary>Keeps a host from starting whose control panel stands open. A control panel without a lock is found by crawlers within days.</summary>
internal sealed class PolicyCheck : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // The pipeline is built before the server listens, and only then are all endpoints known with what their groups add.
        next(app);
        foreach (var endpoint in app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<CustomerEndpoint>() is not null && !IsGuarded(endpoint))
            {
                throw new InvalidOperationException(
                    $"The customers' orders at '{endpoint.DisplayName}' are open to everybody. "
                    + "Name the policy of a signed-in customer: app.MapSystemLogCustomerOrders(\"/min-profil/orders\").RequireAuthorization(), and no AllowAnonymous.");
            }

            if (endpoint.Metadata.GetMetadata<PanelEndpoint>() is not null && !IsGuarded(endpoint))
            {
                throw new InvalidOperationException(
                    $"The control panel's endpoint '{endpoint.DisplayName}' is open to everybody. "
                    + "Name the policy that may use it: app.MapSystemLog(\"/systemlog\").RequireAuthorization(\"Merchant\"), and no AllowAnonymous.");
            }
        }
    };

    /// <summary>Returns whether the endpoint asks for authorization.</summary>
    public static bool IsGuarded(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null);
}
