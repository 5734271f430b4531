using System.Data.Common;
using SystemLog.Messages;
using SystemLog.Orders.Notices;
using SystemLog.Work;

namespace SystemLog.Orders;

/// <summary>What orders need of the host: its clock, what it can send on, whether it is told of changes, and the engine to wake.</summary>
internal sealed class OrderHost(Mailer mailer, IEnumerable<IOrderStatusSink> sinks, ShopDirectory shops, TimeProvider time, Lazy<WorkEngine> engine)
{
    private readonly bool _tells = sinks.Any();

    public DateTimeOffset Now => time.GetUtcNow();

    public bool TellsHost => _tells;

    public MessageChannels Available => mailer.CanSend ? MessageChannels.Email : MessageChannels.None;

    /// <summary>Returns whether the shop is configured.</summary>
    public bool Knows(string shop) => shops.Knows(shop);

    /// <summary>Refuses a shop that is not configured.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public void Require(string shop) => shops.Get(shop);

    /// <summary>Tells this node of work that is committed.</summary>
    public void Wake(IReadOnlyList<NewWork> work)
    {
        foreach (var one in work)
        {
            engine.Value.Wake(one.Kind);
        }
    }

    /// <summary>Queues work, in the host's transaction where there is one.</summary>
    public Task<int> EnqueueAsync(NewWork work, DbConnection? connection, CancellationToken cancellationToken) =>
        connection is null ? engine.Value.EnqueueAsync([work], cancellationToken) : engine.Value.EnqueueAsync([work], connection, cancellationToken);
}
