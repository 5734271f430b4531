namespace SystemLog.PostgreSql;

/// <summary>Settings of the PostgreSQL storage.</summary>
public sealed class PostgreSqlOptions
{
    /// <summary>
    /// Gets or sets the schema the tables stand in. The default is "systemlog". A small letter or '_', then small letters, digits and '_', at
    /// most 63.
    /// </summary>
    public string Schema { get; set; } = "systemlog";
}
