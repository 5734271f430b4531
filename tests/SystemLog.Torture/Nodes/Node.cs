using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SystemLog.Storage;
using SystemLog.Torture.Ledgers;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>A process that works: the host of a shop, but for what its handlers do.</summary>
internal static class Node
{
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(200);

    /// <summary>Works until standard input ends, or somebody kills it.</summary>
    public static async Task RunAsync(NodeOptions options)
    {
        using var ledger = new LedgerFile(options.Ledger, options.Number);
        using var start = new Start();
        using var host = Build(options, ledger, start);

        // Reading the console waits on the thread that asks, whatever its name says.
        var words = Task.Run(() => start.ReadAsync(Console.In));

        await host.StartAsync();
        try
        {
            await PrepareAsync(host.Services.GetRequiredService<IStorage>(), start.Enough);
            ledger.Write(Verb.Ready);
            await start.WaitAsync();
            if (options.Feed is { } feed)
            {
                await new Feeder(host.Services.GetRequiredService<WorkEngine>(), feed, options, ledger).RunAsync(start.Enough);
            }
        }
        catch (OperationCanceledException) when (start.Enough.IsCancellationRequested)
        {
            // There are enough.
        }

        ledger.Write(Verb.Fed);
        await words;
        await host.StopAsync();
    }

    private static async Task PrepareAsync(IStorage storage, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await storage.PrepareAsync(_ => { }, cancellationToken);
                return;
            }
            catch (StorageException exception) when (exception.IsTransient)
            {
                await Task.Delay(_betweenTries, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static IHost Build(NodeOptions options, LedgerFile ledger, Start start)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(new NodeClock(options.Skew, options.Load.Quicken));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(1));
        var systemLog = builder.Services.AddSystemLog();
        _ = options.Sqlite is { } sqlite ? systemLog.UseSqlite(sqlite) : systemLog.UsePostgreSql(options.PostgreSql!);
        AddWork(builder.Services, options, ledger, start);
        return builder.Build();
    }

    private static void AddWork(IServiceCollection services, NodeOptions options, LedgerFile ledger, Start start)
    {
        if (options.Calendar is { } calendar)
        {
            services.AddSingleton<IWorkHandler>(new EffectHandler(EffectHandler.Mail, passes: true, options, ledger));
            services.AddSingleton<IRecurringWork>(new RecurringMail(calendar, options, (start, ledger)));
        }
        else
        {
            services.AddSingleton<IWorkHandler>(new EffectHandler(EffectHandler.Idempotent, passes: false, options, ledger));
            services.AddSingleton<IWorkHandler>(new EffectHandler(EffectHandler.Once, passes: true, options, ledger));
        }

        var store = services.Single(service => service.ServiceType == typeof(IWorkStore)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IWorkStore>(provider =>
        {
            var real = (IWorkStore)ActivatorUtilities.CreateInstance(provider, store);
            return new WitnessStore(new FaultyStore(real, provider.GetRequiredService<IWorkQueries>(), options.Fault), ledger);
        }));
    }
}
