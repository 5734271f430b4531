using System.Data.Common;
using System.Text;
using Dapper;
using SystemLog.Storage;

namespace SystemLog.Migrations;

/// <summary>Brings a schema to the version this SystemLog knows.</summary>
/// <param name="sql">Turns table names, written "systemlog.issue", into the database's own.</param>
/// <param name="migrations">The migrations of the database's package, the oldest first.</param>
internal sealed class SchemaMigrator(Func<string, string> sql, IReadOnlyList<Migration> migrations)
{
    private const string VersionTable =
        """
        create table if not exists systemlog.schema_version (
            version    integer not null primary key,
            name       text    not null,
            applied_at bigint  not null
        )
        """;

    private readonly string _createVersionTable = sql(VersionTable);
    private readonly string _selectVersion = sql("select coalesce(max(version), 0) from systemlog.schema_version");
    private readonly string _insertVersion = sql(
        "insert into systemlog.schema_version (version, name, applied_at) values (@Version, @Name, @At)");

    /// <summary>Gets the version this SystemLog knows.</summary>
    public int Known => migrations.Count;

    /// <summary>Applies what is missing. Runs in the caller's transaction, which holds the lock that keeps other hosts from doing the same.</summary>
    /// <exception cref="StorageException">A newer SystemLog has been at the database.</exception>
    public async Task MigrateAsync(DbConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(_createVersionTable, cancellationToken: cancellationToken));
        var version = await VersionAsync(connection, cancellationToken);
        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            await connection.ExecuteAsync(new CommandDefinition(sql(migration.Sql), cancellationToken: cancellationToken));
            await connection.ExecuteAsync(new CommandDefinition(
                _insertVersion,
                new { migration.Version, migration.Name, At = now.ToUnixTimeMilliseconds() },
                cancellationToken: cancellationToken));
        }
    }

    /// <summary>Returns the version of the database.</summary>
    /// <exception cref="StorageException">A newer SystemLog has been at the database.</exception>
    public async Task<int> VersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var version = await connection.ExecuteScalarAsync<int>(new CommandDefinition(_selectVersion, cancellationToken: cancellationToken));
        return version <= Known
            ? version
            : throw new StorageException(
                $"The database is at version {version}, this SystemLog knows {Known}: a newer one has been here. Update this host.", isTransient: false);
    }

    /// <summary>Returns everything as a script for a database administrator, to run on an empty database.</summary>
    public string Script()
    {
        var script = new StringBuilder().AppendLine(_createVersionTable + ";").AppendLine();
        foreach (var migration in migrations)
        {
            script.AppendLine(sql(migration.Sql)).AppendLine(
                $"insert into {sql("systemlog.schema_version")} (version, name, applied_at) values ({migration.Version}, '{migration.Name}', 0);");
        }

        return script.ToString();
    }
}
