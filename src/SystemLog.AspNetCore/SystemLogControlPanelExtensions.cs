using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SystemLog;
using SystemLog.AspNetCore;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Customers;
using SystemLog.AspNetCore.Details;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Orders;
using SystemLog.AspNetCore.Overview;
using SystemLog.AspNetCore.Settings;
using SystemLog.AspNetCore.Subjects;
using SystemLog.AspNetCore.Work;
using SystemLog.Orders;
using SystemLog.Orders.Customers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the control panel to SystemLog.</summary>
public static class SystemLogControlPanelExtensions
{
    /// <summary>Adds what <c>MapSystemLog</c> and the badge need. Calling it again adds to what is already configured.</summary>
    /// <param name="builder">SystemLog's builder.</param>
    /// <param name="configure">Sets the options; see <see cref="ControlPanelOptions"/> for the defaults. Wrong ones keep the host from starting.</param>
    public static SystemLogBuilder AddControlPanel(this SystemLogBuilder builder, Action<ControlPanelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddOptions<ControlPanelOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ControlPanelOptions>, ControlPanelOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, PolicyCheck>());
        services.TryAddSingleton<IPanelAccess, ClaimsPanelAccess>();
        services.TryAddScoped<PanelRequestFactory>();
        services.TryAddSingleton<StuckCounts>();
        services.TryAddSingleton<UntreatedCounts>();
        services.TryAddScoped<WorkReader>();
        services.TryAddScoped<SettingsReader>();
        services.TryAddScoped<SettingsSaver>();
        services.TryAddScoped<DetailsReader>();
        services.TryAddSingleton<WatchedSources>();
        services.TryAddSingleton<PanelChanges>();
        services.TryAddScoped<PanelDoor>();
        services.TryAddScoped<PanelBadge>();
        services.TryAddScoped<SubjectLookup>();
        services.TryAddScoped<SubjectReader>();
        AddOrders(services);
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        return builder;
    }

    // A host without workflows has none of the services of orders: no pages of theirs then, and nothing in the navigation.
    private static void AddOrders(IServiceCollection services)
    {
        services.TryAddSingleton<IRightsChecker, PanelRightsChecker>();
        services.TryAddSingleton<OrphanCounts>();
        services.TryAddScoped<OrderReader>();
        services.TryAddSingleton(provider =>
        {
            var service = provider.GetService<OrderService>();
            return new OrderDesk(service, service is null ? null : provider.GetRequiredService<IOrderQueries>(), provider.GetRequiredService<IRightsChecker>());
        });
        services.TryAddSingleton<ICustomerAccess, ClaimsCustomerAccess>();
        services.TryAddScoped(provider => new MyOrders(
            provider.GetService<CustomerOrders>(),
            provider.GetRequiredService<ICustomerAccess>(),
            provider.GetRequiredService<ShopDirectory>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
