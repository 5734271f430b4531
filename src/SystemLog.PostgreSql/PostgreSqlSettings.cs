using System.Data.Common;
using Npgsql;

namespace SystemLog.PostgreSql;

/// <summary>How SystemLog connects.</summary>
internal static class PostgreSqlSettings
{
    // Whoever waits for an answer should learn soon that there is none; a batch of a thousand issues takes well under a second.
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 15;

    /// <summary>Reads the host's connection string and adds what it leaves open.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // A TransactionScope of the host is not ours to take part in.
            Enlist = false,

            // There is no session state to reset, and through pgbouncer in transaction mode the reset would hit somebody else's session.
            NoResetOnClose = true,
        };

        var said = new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        settings.Timeout = said.Contains("Timeout") ? settings.Timeout : ConnectSeconds;
        settings.CommandTimeout = said.Contains("CommandTimeout") ? settings.CommandTimeout : CommandSeconds;
        settings.ApplicationName ??= "SystemLog";
        return settings;
    }
}
