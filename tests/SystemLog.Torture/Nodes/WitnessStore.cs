using System.Data.Common;
using SystemLog.Torture.Ledgers;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>Stands between the engine and the store, and writes down what the engine asked about attempts and what it was answered.</summary>
internal sealed class WitnessStore(IWorkStore store, LedgerFile ledger) : IWorkStore
{
    private string? _owner;

    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, Func<DbConnection, Task>? cause = null, CancellationToken cancellationToken = default) =>
        store.EnqueueAsync(work, cause, cancellationToken);

    public Task<int> EnqueueAsync(IReadOnlyList<NewWork> work, DbConnection connection, CancellationToken cancellationToken = default) =>
        store.EnqueueAsync(work, connection, cancellationToken);

    public Task<IReadOnlyList<ClaimedWork>> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        if (Interlocked.CompareExchange(ref _owner, request.Owner, null) is null)
        {
            ledger.Write(Verb.Owner, detail: request.Owner);
        }

        return store.ClaimAsync(request, cancellationToken);
    }

    public Task<bool> ExtendAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) =>
        WitnessAsync("extend", claimed, store.ExtendAsync, lease, cancellationToken);

    public Task<bool> PassPointOfNoReturnAsync(ClaimedWork claimed, TimeSpan lease, CancellationToken cancellationToken = default) =>
        WitnessAsync("pass", claimed, store.PassPointOfNoReturnAsync, lease, cancellationToken);

    public Task<bool> EndAsync(ClaimedWork claimed, WorkEnd end, CancellationToken cancellationToken = default) =>
        WitnessAsync(end.PastReturn is { } past ? $"end:{end.Outcome}/{past.Outcome}" : $"end:{end.Outcome}", claimed, store.EndAsync, end, cancellationToken);

    public Task<bool> RunAgainAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) =>
        store.RunAgainAsync(shop, id, actor, cancellationToken);

    public Task<bool> CancelAsync(string shop, long id, Actor actor, CancellationToken cancellationToken = default) =>
        store.CancelAsync(shop, id, actor, cancellationToken);

    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) => store.NowAsync(cancellationToken);

    private async Task<bool> WitnessAsync<T>(
        string what, ClaimedWork claimed, Func<ClaimedWork, T, CancellationToken, Task<bool>> write, T value, CancellationToken cancellationToken)
    {
        var (key, attempt) = (claimed.Item.Key, claimed.Item.Attempts);
        ledger.Write(Verb.Ask, key, attempt, what);
        var written = await write(claimed, value, cancellationToken);
        ledger.Write(written ? Verb.Yes : Verb.No, key, attempt, what);
        return written;
    }
}
