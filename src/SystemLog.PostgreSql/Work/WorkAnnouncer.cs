namespace SystemLog.PostgreSql.Work;

/// <summary>Sends notices of committed work beside whoever committed it: one at a time, and those that come meanwhile together, so that many writers
/// need one connection for them.</summary>
/// <param name="send">Sends notices of these kinds, and throws nothing.</param>
internal sealed class WorkAnnouncer(Func<IReadOnlyList<string>, Task> send)
{
    private readonly Lock _lock = new();
    private HashSet<string> _waiting = new(StringComparer.Ordinal);
    private bool _isSending;

    /// <summary>Sends notices of these kinds soon.</summary>
    public void Announce(IReadOnlyList<string> kinds)
    {
        lock (_lock)
        {
            _waiting.UnionWith(kinds);
            if (_isSending || _waiting.Count == 0)
            {
                return;
            }

            _isSending = true;
        }

        _ = Task.Run(SendAllAsync);
    }

    private async Task SendAllAsync()
    {
        while (Next() is { Count: > 0 } kinds)
        {
            await send([.. kinds]);
        }
    }

    private HashSet<string> Next()
    {
        lock (_lock)
        {
            var next = _waiting;
            _waiting = new(StringComparer.Ordinal);
            _isSending = next.Count > 0;
            return next;
        }
    }
}
