using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SystemLog;
using SystemLog.AspNetCore;
using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Badge;
using SystemLog.AspNetCore.Details;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Overview;
using SystemLog.AspNetCore.Settings;
using SystemLog.AspNetCore.Subjects;
using SystemLog.AspNetCore.Work;

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
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        return builder;
    }
}
