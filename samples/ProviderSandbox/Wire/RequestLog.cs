namespace ProviderSandbox.Wire;

/// <summary>The newest requests, in order of arrival. Bounded, so that a sandbox can run for days.</summary>
internal sealed class RequestLog
{
    public const int Limit = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<ServedRequest> _requests = new();

    public void Add(ServedRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            if (_requests.Count > Limit)
            {
                _requests.Dequeue();
            }
        }
    }

    public IReadOnlyList<ServedRequest> All()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }
}
