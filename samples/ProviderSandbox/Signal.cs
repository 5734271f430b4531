namespace ProviderSandbox;

/// <summary>Waits without throwing when the wait is over.</summary>
internal static class Signal
{
    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(signalled.SetResult);
        await signalled.Task;
    }

    /// <summary>Waits for a time, or for a token if that comes first.</summary>
    public static async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(time);
        await WaitAsync(over.Token);
    }
}
