using System.Data.Common;
using Microsoft.Data.Sqlite;
using SystemLog.Storage;

namespace SystemLog.Sqlite;

/// <summary>What SQLite's result codes mean to whoever asked.</summary>
internal static class SqliteErrors
{
    // sqlite.org/rescode.html: what these refuse, they refuse again.
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int OutOfRange = 25;

    /// <summary>Says what happened. Only what lies in the data is for good; a full disk or a file gone can be mended under the running host.</summary>
    public static StorageException Translate(DbException exception)
    {
        var code = (exception as SqliteException)?.SqliteErrorCode;
        return new($"SQLite: {exception.Message}", code is not (TooBig or Constraint or Mismatch or OutOfRange), exception);
    }
}
