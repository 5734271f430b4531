
namespace SystemLog.Sqlite;

/// <summary>The tables as a script.</summary>
public static class SqliteSchema
{
    /// <summary>Returns every statement that makes the tables of this version in an empty file, for those who do not let a host make tables.</summary>
    public static string Script() => SqliteDatabase.Script();
}
