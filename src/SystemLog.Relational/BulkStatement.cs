namespace SystemLog;

/// <summary>A statement that runs for many rows, ready for its database.</summary>
/// <param name="Sql">The statement with its parameters, one per column, named like it.</param>
/// <param name="Columns">The columns.</param>
internal sealed record BulkStatement<TRow>(string Sql, IReadOnlyList<BulkColumn<TRow>> Columns);
