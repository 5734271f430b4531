using System.Globalization;
using Microsoft.Extensions.Options;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.Orders.Drift;

/// <summary>Queues the comparison of the host's statuses with ours, once in every stretch of time, however many nodes there are.</summary>
internal sealed class DriftRecurrence(
    IOptions<OrderOptions> options, IEnumerable<ISubjectSource> sources, WorkflowDirectory workflows, ShopDirectory shops) : IRecurringWork
{
    /// <inheritdoc />
    public Task<IReadOnlyList<NewWork>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var every = options.Value.CompareEvery;
        IReadOnlyList<NewWork> due = every == Timeout.InfiniteTimeSpan || !sources.Any()
            ? []
            : [.. shops.All.Where(shop => workflows.In(shop.Id).Count > 0).Select(shop => WorkOf(shop.Id, now, every))];
        return Task.FromResult(due);
    }

    private static NewWork WorkOf(string shop, DateTimeOffset now, TimeSpan every)
    {
        var stretch = now.UtcTicks / every.Ticks;
        return new()
        {
            Shop = shop,
            Kind = DriftHandler.Name,
            Key = string.Create(CultureInfo.InvariantCulture, $"{every.TotalMinutes}/{stretch}"),
            DueAt = now,
            OrderKey = DriftHandler.Name,
        };
    }
}
