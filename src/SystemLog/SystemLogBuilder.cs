using Microsoft.Extensions.DependencyInjection;

namespace SystemLog;

/// <summary>Adds storage and providers to SystemLog. <c>UseX</c> is exactly one, <c>AddX</c> any number.</summary>
/// <param name="services">The host's services.</param>
public sealed class SystemLogBuilder(IServiceCollection services)
{
    /// <summary>Gets the host's services.</summary>
    public IServiceCollection Services { get; } = services;
}
