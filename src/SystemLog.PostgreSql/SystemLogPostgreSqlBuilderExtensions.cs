using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SystemLog;
using SystemLog.PostgreSql;
using SystemLog.PostgreSql.Work;
using SystemLog.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps SystemLog's data in PostgreSQL.</summary>
public static class SystemLogPostgreSqlBuilderExtensions
{
    /// <summary>
    /// Keeps SystemLog's data in a schema of its own in a PostgreSQL database, version 14 or later, which several nodes may share. It works
    /// through pgbouncer in transaction mode.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string, as Npgsql reads it. Where it does not say otherwise, connecting may take 5
    /// seconds and a statement 15.</param>
    /// <param name="configure">Sets the options; see <see cref="PostgreSqlOptions"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or the schema's name is none.</exception>
    /// <exception cref="InvalidOperationException">The host has chosen a storage already.</exception>
    public static SystemLogBuilder UsePostgreSql(this SystemLogBuilder builder, string connectionString, Action<PostgreSqlOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new PostgreSqlOptions();
        configure?.Invoke(options);
        var schema = SchemaName.Parse(options.Schema);
        var settings = PostgreSqlSettings.Parse(connectionString);

        builder.UseRelational(
            nameof(UsePostgreSql), provider => new PostgreSqlDatabase(settings, schema, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IHostedService>(provider => new WorkListener(
            settings,
            schema,
            provider.GetRequiredService<WorkEngine>(),
            provider.GetRequiredService<IOptions<SystemLogOptions>>(),
            (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<WorkListener>>())));
        return builder;
    }
}
