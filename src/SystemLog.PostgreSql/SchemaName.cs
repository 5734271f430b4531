using System.Text.RegularExpressions;

namespace SystemLog.PostgreSql;

/// <summary>The name of a schema, checked because it becomes part of statements.</summary>
internal readonly partial record struct SchemaName
{
    private readonly string _name;

    private SchemaName(string name) => _name = name;

    /// <summary>Reads a name.</summary>
    /// <exception cref="ArgumentException">It is none that needs no quotes.</exception>
    public static SchemaName Parse(string name) =>
        Pattern().IsMatch(name)
            ? new(name)
            : throw new ArgumentException(
                $"'{name}' is no schema name: a small letter or '_', then small letters, digits and '_', at most 63 characters.", nameof(name));

    /// <summary>Puts the tables of a statement, written "systemlog.issue", into the schema.</summary>
    public string In(string sql) => sql.Replace("systemlog.", _name + ".", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => _name;

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
