using System.Data.Common;
using Npgsql;
using SystemLog.Conformance;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.PostgreSql.Tests;
using SystemLog.Settings;
using SystemLog.Timeline;
using SystemLog.Work;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]

namespace SystemLog.PostgreSql.Tests;

/// <summary>One private server for the whole assembly.</summary>
public sealed class PostgreSqlFixture : IStorageFixture, IAsyncLifetime
{
    private readonly string? _missing = PrivatePostgres.Missing();
    private PrivatePostgres? _server;
    private NewPostgreSqlDatabase? _database;
    private PostgreSqlHost? _host;

    public IIssueStore Issues => Host.Issues;

    public IIssueQueries Queries => Host.Queries;

    public IIssueSummaries Summaries => Host.Summaries;

    public ITimelineStore Timeline => Host.Timeline;

    public IIssueRetention Retention => Host.Retention;

    public IIssueExplanations Explanations => Host.Explanations;

    public IWorkStore Work => Host.Work;

    public IWorkQueries WorkQueries => Host.WorkQueries;

    public ISettingStore Settings => Host.Settings;

    public IOrderStore Orders => Host.Orders;

    public IOrderQueries OrderQueries => Host.OrderQueries;

    public string ConnectionString => Host.ConnectionString;

    private PostgreSqlHost Host
    {
        get
        {
            Requirement.Met(_missing);
            return _host!;
        }
    }

    public INewDatabase NewDatabase()
    {
        Requirement.Met(_missing);
        return new NewPostgreSqlDatabase(_server!.ConnectionString);
    }

    public async Task InHostTransactionAsync(Func<DbConnection, Task<bool>> work)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await (await work(connection) ? transaction.CommitAsync() : transaction.RollbackAsync());
    }

    public async ValueTask InitializeAsync()
    {
        if (_missing is null)
        {
            _server = await PrivatePostgres.StartAsync();
            _database = new(_server.ConnectionString);
            _host = _database.NewPostgreSqlHost();
            await _host.Storage.PrepareAsync(_ => { });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
