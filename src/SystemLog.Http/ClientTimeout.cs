using System.Diagnostics;
using System.Net.Http;

namespace SystemLog.Http;

/// <summary>
/// Tells a time-out of the client from a caller who cancelled: both reach a handler as the same cancelled token, and only the time that
/// passed tells them apart.
/// </summary>
internal sealed class ClientTimeout
{
    private static readonly HttpRequestOptionsKey<long> s_started = new("SystemLog.Started");

    // The client's timer starts before this handler is reached; the first call of a process is compiled in between.
    private static readonly TimeSpan s_slack = TimeSpan.FromMilliseconds(500);

    private readonly WeakReference<HttpClient?> _client = new(null);
    private TimeSpan _known = TimeSpan.FromSeconds(100);

    // A typed client may set its time-out after this, so the client is asked again when it matters.
    private TimeSpan Timeout => _client.TryGetTarget(out var client) ? client.Timeout : _known;

    /// <summary>Remembers the newest client of the name.</summary>
    public void Observe(HttpClient client)
    {
        _known = client.Timeout;
        _client.SetTarget(client);
    }

    /// <summary>Notes when the request was first sent; a retry goes on counting.</summary>
    public static void Start(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(s_started, out _))
        {
            // The client's own timer runs on the machine's clock, whatever clock the host injects.
            request.Options.Set(s_started, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Returns whether the client's time for the request is over.</summary>
    public bool IsOver(HttpRequestMessage request)
    {
        var timeout = Timeout;
        if (timeout < TimeSpan.Zero || !request.Options.TryGetValue(s_started, out var started))
        {
            return false;
        }

        var slack = timeout / 2 < s_slack ? timeout / 2 : s_slack;
        return Stopwatch.GetElapsedTime(started) >= timeout - slack;
    }
}
