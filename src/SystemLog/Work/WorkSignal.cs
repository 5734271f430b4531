namespace SystemLog.Work;

/// <summary>Wakes who waits for work. A signal given while nobody waits is kept; two are one.</summary>
internal sealed class WorkSignal
{
    private TaskCompletionSource _set = New();

    /// <summary>Gives the signal.</summary>
    public void Set() => Volatile.Read(ref _set).TrySetResult();

    /// <summary>Takes the signal, before looking for what it tells of: one given from now on is kept for the next wait.</summary>
    public void Take()
    {
        var signal = Volatile.Read(ref _set);
        if (signal.Task.IsCompleted)
        {
            Interlocked.CompareExchange(ref _set, New(), signal);
        }
    }

    /// <summary>Waits for the signal, at most for a while, and leaves it given: a wait that is abandoned takes nothing from the next.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await Volatile.Read(ref _set).Task.WaitAsync(atMost, time, cancellationToken);
        }
        catch (TimeoutException)
        {
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
