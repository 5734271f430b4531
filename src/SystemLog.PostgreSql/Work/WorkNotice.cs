namespace SystemLog.PostgreSql.Work;

/// <summary>How nodes tell each other that there is work: a notification with the schema and the kind. One that is lost costs a few seconds.</summary>
internal sealed class WorkNotice(PostgreSqlDatabase database, SchemaName schema)
{
    /// <summary>The channel to listen to.</summary>
    public const string Channel = "systemlog_work";

    // A notification carries less than 8,000 bytes, and a kind longer than this is nobody's.
    private const int LongestKind = 500;

    private readonly BulkStatement<string> _send = database.Bulk(
        $"select pg_notify('{Channel}', r.payload) from $rows r", new BulkColumns<string>().Text("payload", kind => $"{schema} {kind}"));

    /// <summary>Returns what sends a notice for each kind when the transaction commits.</summary>
    public BulkRun Sending(IReadOnlyList<string> kinds) => BulkRun.Of<string>(_send, [.. kinds.Where(kind => kind.Length <= LongestKind)]);

    /// <summary>Returns the kind that a notice tells of; null where it is of another schema.</summary>
    public static string? Read(SchemaName schema, string payload) =>
        payload.Split(' ', 2) is [var sender, var kind] && sender == schema.ToString() ? kind : null;
}
