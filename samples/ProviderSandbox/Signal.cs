namespace ProviderSandbox;

/// <summary>Waits for a token without a timer behind it.</summary>
internal static class Signal
{
    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var signalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(signalled.SetResult);
        await signalled.Task;
    }
}
