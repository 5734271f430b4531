using Microsoft.Extensions.DependencyInjection.Extensions;
using SystemLog;
using SystemLog.Sqlite;
using SystemLog.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives a host under test a storage of its own.</summary>
public static class SystemLogTestingBuilderExtensions
{
    /// <summary>Keeps SystemLog's data in an SQLite file in a temporary folder, which is deleted when the host's services are disposed.</summary>
    /// <exception cref="InvalidOperationException">The host has chosen a storage already.</exception>
    public static SystemLogBuilder UseThrowawaySqlite(this SystemLogBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.TryAddSingleton<ThrowawayFolder>();
        return builder.UseRelational(nameof(UseThrowawaySqlite), provider =>
        {
            var folder = provider.GetRequiredService<ThrowawayFolder>();
            var file = SqliteFile.Parse($"Data Source={Path.Combine(folder.Path, "systemlog.db")}");
            return new SqliteDatabase(file, provider.GetRequiredService<TimeProvider>());
        });
    }
}
