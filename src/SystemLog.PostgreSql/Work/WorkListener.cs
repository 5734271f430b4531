using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SystemLog.Work;

namespace SystemLog.PostgreSql.Work;

/// <summary>Hears of work that other nodes queued, so that it begins at once. Without it, as behind pgbouncer, it begins within seconds.</summary>
internal sealed partial class WorkListener : BackgroundService
{
    private static readonly TimeSpan s_betweenConnections = TimeSpan.FromSeconds(10);

    private readonly string _connectionString;
    private readonly SchemaName _schema;
    private readonly WorkEngine _engine;
    private readonly bool _isOn;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public WorkListener(
        NpgsqlConnectionStringBuilder settings, SchemaName schema, WorkEngine engine, IOptions<SystemLogOptions> options,
        (TimeProvider Time, ILogger<WorkListener> Logger) host)
    {
        // It is held for as long as the host runs, and a server that has gone away should be missed.
        _connectionString = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString;
        _schema = schema;
        _engine = engine;
        _isOn = options.Value.RunWork && engine.Kinds.Count > 0;
        (_time, _logger) = host;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_isOn && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                LogDeaf(exception.Message);
            }

            await Task.Delay(s_betweenConnections, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        connection.Notification += (_, notice) =>
        {
            if (WorkNotice.Read(_schema, notice.Payload) is { } kind)
            {
                _engine.Wake(kind);
            }
        };
        await connection.OpenAsync(cancellationToken);
        await using (var listen = connection.CreateCommand())
        {
            listen.CommandText = $"listen {WorkNotice.Channel}";
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Not listening for work of other nodes ({Reason}); it is found by looking, within seconds.")]
    private partial void LogDeaf(string reason);
}
