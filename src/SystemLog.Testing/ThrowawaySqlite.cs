using Microsoft.Extensions.Options;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Settings;
using SystemLog.Sqlite;
using SystemLog.Storage;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog.Testing;

/// <summary>The real SQLite storage in a folder of its own, ready to use, gone when it is disposed.</summary>
public sealed class ThrowawaySqlite : IAsyncDisposable
{
    private readonly ThrowawayFolder _folder = new();
    private readonly SqliteDatabase _database;

    private ThrowawaySqlite(TimeProvider time, SystemLogOptions options)
    {
        ConnectionString = $"Data Source={Path.Combine(_folder.Path, "systemlog.db")}";
        _database = new(SqliteFile.Parse(ConnectionString), time);
        Issues = new IssueStore(_database, Options.Create(options));
        Queries = new IssueQueryStore(_database);
        Summaries = new IssueSummaries(_database);
        Timeline = new TimelineStore(_database);
        Retention = new IssueRetention(_database);
        Explanations = new IssueExplanations(_database);
        Work = new WorkStore(_database, time);
        WorkQueries = new WorkQueryStore(_database);
        Settings = new SettingStore(_database);
        Orders = new OrderStore(_database);
        OrderQueries = new OrderQueryStore(_database);
    }

    /// <summary>Gets the connection string, to look into the file from outside.</summary>
    public string ConnectionString { get; }

    /// <summary>Gets the database as a whole.</summary>
    public IStorage Storage => _database;

    /// <summary>Gets what writes issues.</summary>
    public IIssueStore Issues { get; }

    /// <summary>Gets what reads issues.</summary>
    public IIssueQueries Queries { get; }

    /// <summary>Gets what summarizes issues.</summary>
    public IIssueSummaries Summaries { get; }

    /// <summary>Gets what reads the timeline.</summary>
    public ITimelineStore Timeline { get; }

    /// <summary>Gets what deletes what is kept no longer.</summary>
    public IIssueRetention Retention { get; }

    /// <summary>Gets what gives stored issues their new explanation.</summary>
    public IIssueExplanations Explanations { get; }

    /// <summary>Gets what keeps work that must happen once.</summary>
    public IWorkStore Work { get; }

    /// <summary>Gets what reads work that must happen once.</summary>
    public IWorkQueries WorkQueries { get; }

    /// <summary>Gets what keeps the settings of shops.</summary>
    public ISettingStore Settings { get; }

    /// <summary>Gets what keeps orders.</summary>
    public IOrderStore Orders { get; }

    /// <summary>Gets what reads orders.</summary>
    public IOrderQueries OrderQueries { get; }

    /// <summary>Makes a storage and prepares it.</summary>
    /// <param name="time">The clock. The default is the system's.</param>
    /// <param name="options">The settings. The default is <see cref="SystemLogOptions"/> as it comes.</param>
    public static async Task<ThrowawaySqlite> CreateAsync(TimeProvider? time = null, SystemLogOptions? options = null)
    {
        var storage = new ThrowawaySqlite(time ?? TimeProvider.System, options ?? new SystemLogOptions());
        await storage.Storage.PrepareAsync(_ => { });
        return storage;
    }

    /// <summary>Closes the database and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
