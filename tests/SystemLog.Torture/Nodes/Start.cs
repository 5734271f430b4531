using System.Globalization;

namespace SystemLog.Torture.Nodes;

/// <summary>The driver's words on standard input: "go", with the time at which the calendar begins, "enough", which ends the queueing, and the
/// end of the input, which ends the node.</summary>
internal sealed class Start : IDisposable
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _enough = new();

    /// <summary>Gets when the calendar began; null while it has not.</summary>
    public DateTimeOffset? CalendarBegan { get; private set; }

    /// <summary>Gets what is cancelled when enough has been queued.</summary>
    public CancellationToken Enough => _enough.Token;

    /// <summary>Waits for "go".</summary>
    public Task WaitAsync() => _go.Task.WaitAsync(Enough);

    /// <summary>Reads until there is no more: also when the driver has died.</summary>
    public async Task ReadAsync(TextReader input)
    {
        while (await input.ReadLineAsync() is { } line)
        {
            if (line == "enough")
            {
                await _enough.CancelAsync();
            }
            else
            {
                CalendarBegan = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
                _go.TrySetResult();
            }
        }

        await _enough.CancelAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _enough.Dispose();
}
