using SystemLog.Storage;
using SystemLog.Torture.Ledgers;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>Queues items, and writes down which of them the engine has acknowledged.</summary>
internal sealed class Feeder(WorkEngine engine, Feed feed, NodeOptions options, LedgerFile ledger)
{
    /// <summary>Queues until there are enough.</summary>
    /// <exception cref="OperationCanceledException">It was told that there are enough.</exception>
    public async Task RunAsync(CancellationToken enough)
    {
        for (var number = 0; feed.Items is not { } items || number < items; number += feed.Batch)
        {
            await FeedAsync([.. Enumerable.Range(number, Math.Min(feed.Batch, (feed.Items ?? int.MaxValue) - number)).Select(ItemOf)]);
            await Task.Delay(feed.Pause, TimeProvider.System, enough);
        }
    }

    private async Task FeedAsync(IReadOnlyList<NewWork> work)
    {
        try
        {
            await engine.EnqueueAsync(work);
        }
        catch (StorageException)
        {
            // Not acknowledged: it may be there or not.
            return;
        }

        var now = LedgerFile.Clock();
        ledger.Write([.. work.Select(item => new LedgerLine(Verb.Ack, options.Number, now, item.Key, 0, item.OrderKey ?? LedgerLine.None))]);
    }

    private NewWork ItemOf(int number)
    {
        var about = $"{options.Number} {number}";
        var kind = Choices.Share(options.Seed, $"kind {about}") < 0.5 ? EffectHandler.Idempotent : EffectHandler.Once;
        return new()
        {
            Shop = "main",
            Kind = kind,
            Key = $"{kind}/{options.Number}-{number}",
            DueAt = DateTimeOffset.FromUnixTimeMilliseconds(LedgerFile.Clock()),
            OrderKey = OrderKeyOf(about),
        };
    }

    // Half of the items wait for nothing, a quarter for items of this node, a quarter for items of any.
    private string? OrderKeyOf(string about) => Choices.Below(4, options.Seed, $"order {about}") switch
    {
        0 when feed.OwnOrderKeys > 0 => $"own/{options.Number}-{Choices.Below(feed.OwnOrderKeys, options.Seed, $"key {about}")}",
        1 when feed.SharedOrderKeys > 0 => $"shared/{Choices.Below(feed.SharedOrderKeys, options.Seed, $"key {about}")}",
        _ => null,
    };
}
