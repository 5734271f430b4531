using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using SystemLog.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Connects an existing client to SystemLog.</summary>
public static class FailureReportingHttpClientBuilderExtensions
{
    /// <summary>
    /// Reports failing answers, time-outs and connection failures of the client to the system log, and successes that solve them. Add it
    /// before handlers that retry, so that only the outcome is reported.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="source">The provider: one of <see cref="SystemLog.Catalogue.Sources"/> or the host's own word.</param>
    /// <param name="configure">Says what a request is about, where the requests do not say it themselves.</param>
    /// <exception cref="ArgumentException">The source is empty.</exception>
    public static IHttpClientBuilder ReportFailuresToSystemLog(
        this IHttpClientBuilder builder, string source, Action<FailureReportingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);

        var options = new FailureReportingOptions();
        configure?.Invoke(options);
        var timeout = new ClientTimeout();
        builder.Services.TryAddSingleton<IFailureSink, IssueLogSink>();

        // After the host's own settings of the client, whichever way they are made.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, client => client.HttpClientActions.Add(timeout.Observe));
        return builder.AddHttpMessageHandler(services => new FailureReportingHandler(
            source,
            options,
            services.GetRequiredService<IFailureSink>(),
            timeout,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("SystemLog.Http")));
    }
}
