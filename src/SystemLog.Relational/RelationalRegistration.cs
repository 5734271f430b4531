using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Settings;
using SystemLog.Storage;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog;

/// <summary>Registers the stores over one database.</summary>
internal static class RelationalRegistration
{
    /// <summary>Makes the database the host's only storage.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The method the host called, for the message when it calls a second one.</param>
    /// <param name="create">Makes the database.</param>
    /// <exception cref="InvalidOperationException">The host has chosen a storage already.</exception>
    public static SystemLogBuilder UseRelational(this SystemLogBuilder builder, string name, Func<IServiceProvider, RelationalDatabase> create)
    {
        var services = builder.Services;
        var chosen = services.Select(service => service.ImplementationInstance).OfType<Choice>().FirstOrDefault();
        if (chosen is not null || services.Any(service => service.ServiceType == typeof(IStorage)))
        {
            throw new InvalidOperationException($"{name} cannot be added to {chosen?.Name ?? "another storage"}: SystemLog keeps its data in one place.");
        }

        services.AddSingleton(new Choice(name));
        services.AddSingleton(create);
        services.AddSingleton<IStorage>(provider => provider.GetRequiredService<RelationalDatabase>());
        services.AddSingleton<IIssueStore, IssueStore>();
        services.AddSingleton<IIssueQueries, IssueQueryStore>();
        services.AddSingleton<IIssueSummaries, IssueSummaries>();
        services.AddSingleton<IIssueRetention, IssueRetention>();
        services.AddSingleton<IIssueExplanations, IssueExplanations>();
        services.AddSingleton<ITimelineStore, TimelineStore>();
        services.AddSingleton<IWorkStore, WorkStore>();
        services.AddSingleton<IWorkQueries, WorkQueryStore>();
        services.AddSingleton<ISettingStore, SettingStore>();
        services.AddSingleton<IOrderStore, OrderStore>();
        services.AddSingleton<IOrderQueries, OrderQueryStore>();
        services.AddHostedService<WorkService>();
        services.AddSingleton<RetentionSweep>();
        services.AddHostedService<RetentionSweeper>();
        services.AddSingleton<ExplanationSweep>();
        services.AddHostedService<ExplanationSweeper>();
        return builder;
    }

    private sealed record Choice(string Name);
}
