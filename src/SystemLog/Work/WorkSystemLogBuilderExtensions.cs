using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemLog;
using SystemLog.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds who does the work of a kind.</summary>
public static class WorkSystemLogBuilderExtensions
{
    /// <summary>Adds the handler of a kind of work. Adding one again changes nothing.</summary>
    /// <typeparam name="THandler">The handler, one for the whole host.</typeparam>
    /// <param name="builder">The builder.</param>
    public static SystemLogBuilder AddWork<THandler>(this SystemLogBuilder builder)
        where THandler : class, IWorkHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, THandler>());
        return builder;
    }
}
