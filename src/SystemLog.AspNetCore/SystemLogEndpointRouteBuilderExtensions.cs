using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Assets;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Causes;
using SystemLog.AspNetCore.Customers;
using SystemLog.AspNetCore.Details;
using SystemLog.AspNetCore.History;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Orders;
using SystemLog.AspNetCore.Orders.Changes;
using SystemLog.AspNetCore.Overview;
using SystemLog.AspNetCore.Settings;
using SystemLog.AspNetCore.Subjects;
using SystemLog.AspNetCore.Work;
using SystemLog.Orders.Customers;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the control panel, and what customers see of their orders.</summary>
public static class SystemLogEndpointRouteBuilderExtensions
{
    /// <summary>Maps the control panel below a path. It may be mapped several times, and below a path base.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="path">Where it stands, such as "/systemlog".</param>
    /// <returns>The group of its endpoints. It must get an authorization policy, <c>.RequireAuthorization("Merchant")</c>: without one the host
    /// does not start.</returns>
    /// <exception cref="InvalidOperationException"><c>AddControlPanel</c> was not called.</exception>
    public static RouteGroupBuilder MapSystemLog(this IEndpointRouteBuilder endpoints, string path = "/systemlog")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(PanelRequestFactory)))
        {
            throw new InvalidOperationException(
                "The control panel is mapped but not added. Add it: builder.Services.AddSystemLog().UseSqlite(...).AddControlPanel();");
        }

        var panel = endpoints.MapGroup(path);
        panel.AddEndpointFilter<PageHeadersFilter>().AddEndpointFilter<SameSiteFilter>().AddEndpointFilter<AccessFilter>().AddEndpointFilter<OutageFilter>();
        panel.MapOverview();
        panel.MapCauses();
        panel.MapDetails();
        panel.MapSubjects();
        panel.MapOrderList();
        panel.MapOrderChanges();
        panel.MapOrderDeeds();
        panel.MapOrderPolicy();
        panel.MapHistory();
        panel.MapWork();
        panel.MapWorkDeeds();
        panel.MapSettings();
        panel.MapPreview();
        panel.MapBadge();
        panel.MapAssets();
        return panel;
    }

    /// <summary>Maps a customer's own orders as JSON, for the host's profile page: with the customer's labels, in the language of the request, and never
    /// another customer's. Who the customer is says <see cref="ICustomerAccess"/>.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="path">Where they stand, such as "/min-profil/orders".</param>
    /// <returns>The endpoint. It must get an authorization policy, <c>.RequireAuthorization()</c>: without one the host does not start.</returns>
    /// <exception cref="InvalidOperationException"><c>AddControlPanel</c> or <c>AddWorkflow</c> was not called.</exception>
    public static RouteHandlerBuilder MapSystemLogCustomerOrders(this IEndpointRouteBuilder endpoints, string path)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var services = endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        if (!services.IsService(typeof(MyOrders)) || !services.IsService(typeof(CustomerOrders)))
        {
            throw new InvalidOperationException(
                "Customers' orders are mapped, but orders or the control panel are not added. Add both: "
                + "builder.Services.AddSystemLog().UseSqlite(...).AddWorkflow(\"order\", OrderWorkflow.Impleo).AddControlPanel();");
        }

        return endpoints.MapGet(path, CustomerOrderEndpoints.ListAsync).WithMetadata(new CustomerEndpoint());
    }
}
