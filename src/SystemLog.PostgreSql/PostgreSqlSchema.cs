namespace SystemLog.PostgreSql;

/// <summary>The tables as a script.</summary>
public static class PostgreSqlSchema
{
    /// <summary>Returns every statement that makes the tables of this version in an empty schema, for those who do not let a host make tables.
    /// A host that finds them made needs no more than to read and write them.</summary>
    /// <param name="schema">The schema. The default is "systemlog".</param>
    /// <exception cref="ArgumentException">The schema's name is none.</exception>
    public static string Script(string schema = "systemlog") => PostgreSqlDatabase.Script(SchemaName.Parse(schema));
}
