using SystemLog;
using SystemLog.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps SystemLog's data in an SQLite file.</summary>
public static class SystemLogSqliteBuilderExtensions
{
    /// <summary>
    /// Keeps SystemLog's data in an SQLite file of one process. A second process that opens the same file waits until the first has ended;
    /// its reports wait in memory meanwhile, and its control panel reads. Several nodes share PostgreSQL instead.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">Names the file: "Data Source=systemlog.db". The folder must exist; the file is made. Mode, cache and
    /// pooling are set by SystemLog.</param>
    /// <exception cref="ArgumentException">The connection string names no file, or a database in memory.</exception>
    /// <exception cref="InvalidOperationException">The host has chosen a storage already.</exception>
    public static SystemLogBuilder UseSqlite(this SystemLogBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var file = SqliteFile.Parse(connectionString);

        return builder.UseRelational(nameof(UseSqlite), provider => new SqliteDatabase(file, provider.GetRequiredService<TimeProvider>()));
    }
}
