using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SystemLog's health checks.</summary>
public static class SystemLogHealthChecksBuilderExtensions
{
    // One tag for all, so that a host can map them to an endpoint of their own.
    private const string Tag = "systemlog";

    /// <summary>Adds "systemlog-storage", whether the database answers, and "systemlog-work", whether background work is done in time and whether
    /// some of it needs a person. Both have the tag "systemlog". Call it once.</summary>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="configure">Sets the options; see <see cref="SystemLogHealthOptions"/> for the defaults. Wrong ones keep the host from starting.</param>
    public static IHealthChecksBuilder AddSystemLog(this IHealthChecksBuilder builder, Action<SystemLogHealthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.AddOptions<SystemLogHealthOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SystemLogHealthOptions>, SystemLogHealthOptionsRules>());
        return builder
            .AddCheck<StorageHealthCheck>(StorageHealthCheck.Name, tags: [Tag])
            .AddCheck<WorkHealthCheck>(WorkHealthCheck.Name, tags: [Tag]);
    }
}
