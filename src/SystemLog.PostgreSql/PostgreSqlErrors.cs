using System.Data.Common;
using Npgsql;
using SystemLog.Storage;

namespace SystemLog.PostgreSql;

/// <summary>What PostgreSQL's error codes mean to whoever asked.</summary>
internal static class PostgreSqlErrors
{
    /// <summary>
    /// Says what happened, without the detail, which may quote data. Only what lies in the data is for good; a server that is down, full, not
    /// yet migrated or refuses the login can be mended under the running host.
    /// </summary>
    public static StorageException Translate(DbException exception) => exception is PostgresException refused
        ? new($"PostgreSQL: {refused.MessageText} ({refused.SqlState})", !IsAboutTheData(refused.SqlState), exception)
        : new($"PostgreSQL: {exception.Message}", isTransient: true, exception);

    // Classes of postgresql.org/docs/current/errcodes-appendix.html: data exception, integrity constraint violation, program limit exceeded.
    private static bool IsAboutTheData(string sqlState) =>
        sqlState.StartsWith("22", StringComparison.Ordinal) || sqlState.StartsWith("23", StringComparison.Ordinal)
        || sqlState.StartsWith("54", StringComparison.Ordinal);
}
