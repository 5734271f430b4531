using System.Data.Common;
using SystemLog.Conformance;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Settings;
using SystemLog.Testing;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog.Sqlite.Tests;

public sealed class SqliteFixture : IStorageFixture, IAsyncLifetime
{
    private ThrowawaySqlite? _storage;

    public IIssueStore Issues => _storage!.Issues;

    public IIssueQueries Queries => _storage!.Queries;

    public IIssueSummaries Summaries => _storage!.Summaries;

    public ITimelineStore Timeline => _storage!.Timeline;

    public IIssueRetention Retention => _storage!.Retention;

    public IIssueExplanations Explanations => _storage!.Explanations;

    public IWorkStore Work => _storage!.Work;

    public IWorkQueries WorkQueries => _storage!.WorkQueries;

    public ISettingStore Settings => _storage!.Settings;

    public IOrderStore Orders => _storage!.Orders;

    public IOrderQueries OrderQueries => _storage!.OrderQueries;

    public INewDatabase NewDatabase() => new NewSqliteFile();

    public async Task InHostTransactionAsync(Func<DbConnection, Task<bool>> work)
    {
        try
        {
            await Work.EnqueueAsync([], async connection => _ = await work(connection) ? true : throw new OperationCanceledException());
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask InitializeAsync() => _storage = await ThrowawaySqlite.CreateAsync();

    public ValueTask DisposeAsync() => _storage!.DisposeAsync();
}
