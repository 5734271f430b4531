using System.Data.Common;

namespace SystemLog.Benchmarks;

/// <summary>A database in which ours and the hand-written way are measured side by side.</summary>
internal interface IDatabaseUnderTest : IAsyncDisposable
{
    /// <summary>Gets its name.</summary>
    string Name { get; }

    /// <summary>Chooses it for a host, as a user would.</summary>
    void Use(SystemLogBuilder builder);

    /// <summary>Opens what a hand-written program would write with. The tables are those our migrations made.</summary>
    Task<IRawWriter> OpenRawWriterAsync();

    /// <summary>Opens what a hand-written program would read with.</summary>
    Task<DbConnection> OpenRawReaderAsync();

    /// <summary>Turns "systemlog.issue" into the table's name.</summary>
    string Table(string sql);

    /// <summary>Makes the planner know what is stored, as the database itself does in time.</summary>
    Task AnalyzeAsync();
}
