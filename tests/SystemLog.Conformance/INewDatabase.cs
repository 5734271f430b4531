using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.Conformance;

/// <summary>A database in which there is nothing yet.</summary>
public interface INewDatabase : IAsyncDisposable
{
    /// <summary>Returns another host of the database, not yet prepared. It is disposed with the database.</summary>
    Host NewHost();

    /// <summary>Runs the script a database administrator would run.</summary>
    Task RunScriptAsync();

    /// <summary>A host: the database as it sees it.</summary>
    sealed record Host(IStorage Storage, IIssueStore Issues, IIssueQueries Queries);
}
