using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Settings;
using SystemLog.Storage;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog.PostgreSql.Tests;

/// <summary>A host as its own process would be.</summary>
public sealed class PostgreSqlHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PostgreSqlHost(string connectionString, string schema = "systemlog")
    {
        ConnectionString = connectionString;
        var services = new ServiceCollection();
        services.AddSystemLog().UsePostgreSql(connectionString, options => options.Schema = schema);
        _services = services.BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public IStorage Storage => _services.GetRequiredService<IStorage>();

    public IIssueStore Issues => _services.GetRequiredService<IIssueStore>();

    public IIssueQueries Queries => _services.GetRequiredService<IIssueQueries>();

    public IIssueSummaries Summaries => _services.GetRequiredService<IIssueSummaries>();

    public ITimelineStore Timeline => _services.GetRequiredService<ITimelineStore>();

    public IIssueRetention Retention => _services.GetRequiredService<IIssueRetention>();

    public IIssueExplanations Explanations => _services.GetRequiredService<IIssueExplanations>();

    public IWorkStore Work => _services.GetRequiredService<IWorkStore>();

    public IWorkQueries WorkQueries => _services.GetRequiredService<IWorkQueries>();

    public ISettingStore Settings => _services.GetRequiredService<ISettingStore>();

    public IOrderStore Orders => _services.GetRequiredService<IOrderStore>();

    public IOrderQueries OrderQueries => _services.GetRequiredService<IOrderQueries>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
