namespace ProviderSandbox;

/// <summary>Leaves the process's signals to whoever owns the process: a sandbox is a guest in it.</summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
