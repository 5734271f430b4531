namespace SystemLog.Work;

/// <summary>Wakes who waits for work. A signal given while nobody waits is kept; two are one.</summary>
internal sealed class WorkSignal
{
    private TaskCompletionSource _set = New();

    /// <summary>Gives the signal.</summary>
    public void Set() => Volatile.Read(ref _set).TrySetResult();

    /// <summary>Waits for the signal, at most for a while, and takes it.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        var signal = Volatile.Read(ref _set);
        try
        {
            await signal.Task.WaitAsync(atMost, time, cancellationToken);
            Interlocked.CompareExchange(ref _set, New(), signal);
        }
        catch (TimeoutException)
        {
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
