namespace DemoShop.Providers;

/// <summary>A provider answered, and the answer was no.</summary>
internal sealed class ProviderRefusedException(string message) : Exception(message)
{
    /// <summary>Returns whether a provider said no, or nothing at all, rather than that the caller gave up or the shop has a fault.</summary>
    public static bool IsOneOrNoAnswer(Exception exception, CancellationToken cancellationToken) =>
        exception is ProviderRefusedException or HttpRequestException
        || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested);
}
