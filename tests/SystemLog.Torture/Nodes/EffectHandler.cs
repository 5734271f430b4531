using SystemLog.Torture.Ledgers;
using SystemLog.Work;

namespace SystemLog.Torture.Nodes;

/// <summary>A handler whose effect is a line in the ledger.</summary>
/// <param name="kind">The name of its kind.</param>
/// <param name="passes">Whether it passes the point of no return before its effect.</param>
/// <param name="options">The node's options.</param>
/// <param name="ledger">The ledger.</param>
internal sealed class EffectHandler(string kind, bool passes, NodeOptions options, LedgerFile ledger) : IWorkHandler
{
    public const string Idempotent = "idempotent";
    public const string Once = "once";
    public const string Mail = "mail";

    // A node may die over an item many times over: that is what is tested, and no sign of a poisonous item.
    private static readonly RetryPolicy _untiring = new(1_000, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50));

    public WorkKind Kind { get; } = new(kind) { Lease = options.Load.Lease, TimeLimit = TimeSpan.FromDays(1), Retry = _untiring };

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        var (key, attempt) = (work.Item.Key, work.Item.Attempts);
        ledger.Write(Verb.Begin, key, attempt);
        await PauseAsync("before", key, attempt, options.Load.Before, cancellationToken);
        if (Choices.Share(options.Seed, $"again {key} {attempt}") < options.Load.AskAgain)
        {
            ledger.Write(Verb.Reported, key, attempt, "tryAgain");
            return new WorkOutcome.TryAgain("It was told to.");
        }

        if (passes && options.Fault != Fault.NoPointOfNoReturn)
        {
            await work.PassPointOfNoReturnAsync(cancellationToken);
        }

        ledger.Write(Verb.Effect, key, attempt, work.Item.Payload.Trim('"'));

        // What began cannot be called back: whoever asks to stop now asks too late.
        await PauseAsync("after", key, attempt, options.Load.After, CancellationToken.None);
        ledger.Write(Verb.Reported, key, attempt, "done");
        return new WorkOutcome.Done();
    }

    private Task PauseAsync(string when, string key, int attempt, TimeSpan longest, CancellationToken cancellationToken) =>
        Task.Delay(longest * Choices.Share(options.Seed, $"{when} {key} {attempt}"), TimeProvider.System, cancellationToken);
}
