using System.Data.Common;
using Dapper;

namespace SystemLog.PostgreSql.Work;

/// <summary>How nodes tell each other that there is work: a notification with the schema and the kind. One that is lost costs a few seconds.</summary>
internal static class WorkNotice
{
    /// <summary>The channel to listen to.</summary>
    public const string Channel = "systemlog_work";

    // A notification carries less than 8,000 bytes, and a kind longer than this is nobody's.
    private const int LongestKind = 500;

    /// <summary>Sends a notice for each kind when the transaction commits.</summary>
    public static Task SendAsync(DbConnection connection, SchemaName schema, IReadOnlyList<string> kinds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "select pg_notify(@Channel, payload) from unnest(@Payloads) as notice(payload)",
            new { Channel, Payloads = kinds.Where(kind => kind.Length <= LongestKind).Select(kind => $"{schema} {kind}").ToArray() },
            cancellationToken: cancellationToken));

    /// <summary>Returns the kind that a notice tells of; null where it is of another schema.</summary>
    public static string? Read(SchemaName schema, string payload) =>
        payload.Split(' ', 2) is [var sender, var kind] && sender == schema.ToString() ? kind : null;
}
