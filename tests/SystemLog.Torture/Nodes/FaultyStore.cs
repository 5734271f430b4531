using System.Data.Common;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>A store with one fault.</summary>
internal sealed class FaultyStore(IWorkStore store, IWorkQueries queries, Fault fault) : IWorkStore
{
    // So many tokens further the newest is found, where a fault needs it.
    private const int TokensTried = 8;

    // Of so many calls one is dropped.
    private const int CallsPerLoss = 20;

    private static readonly TimeSpan _muchLater = TimeSpan.FromMilliseconds(300);
    private int _calls;

    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, Func<DbConnection, Task>? cause = null, CancellationToken cancellationToken = default) =>
        fault switch
        {
            Fault.LostEnqueue when Interlocked.Increment(ref _calls) % CallsPerLoss == 0 => Task.FromResult(work.Count),
            Fault.NoOrder => store.EnqueueAsync([.. work.Select(one => one with { OrderKey = null })], cause, cancellationToken),
            _ => store.EnqueueAsync(work, cause, cancellationToken),
        };

    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, DbConnection connection, CancellationToken cancellationToken = default) =>
        store.EnqueueAsync(work, connection, cancellationToken);

    public async Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        if (fault == Fault.UnknownRunAgain)
        {
            var unknown = await queries.ListAsync("main", new(request.Kind, WorkState.Unknown), after: null, size: 10, cancellationToken);
            foreach (var item in unknown.Items)
            {
                await store.RunAgainAsync(item.Shop, item.Id, new("machine", "A machine"), cancellationToken);
            }
        }

        return await store.ClaimAsync(fault == Fault.LeaseOfNothing ? request with { Lease = TimeSpan.Zero } : request, cancellationToken);
    }

    public Task<bool> ExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) =>
        store.ExtendAsync(claimed, lease, cancellationToken);

    public async Task<bool> PassPointOfNoReturnAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) =>
        await store.PassPointOfNoReturnAsync(claimed, lease, cancellationToken) || fault == Fault.PassWithoutLease;

    public async Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default)
    {
        if (fault == Fault.EndLater)
        {
            _ = Task.Delay(_muchLater, TimeProvider.System, CancellationToken.None)
                .ContinueWith(_ => store.EndAsync(claimed, end, CancellationToken.None), TaskScheduler.Default);
            return true;
        }

        var written = await store.EndAsync(claimed, end, cancellationToken);
        for (var token = 1; fault == Fault.EndWithoutToken && !written && token <= TokensTried; token++)
        {
            written = await store.EndAsync(claimed with { Token = claimed.Token + token }, end, cancellationToken);
        }

        return written;
    }

    public Task<bool> RunAgainAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) =>
        store.RunAgainAsync(shop, id, actor, cancellationToken);

    public Task<bool> CancelAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) =>
        store.CancelAsync(shop, id, actor, cancellationToken);

    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) => store.NowAsync(cancellationToken);
}
