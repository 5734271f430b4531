using SystemLog.Testing;
using SystemLog.Work;

namespace SystemLog.Tests.Work;

public sealed class WorkSignalTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly ManualTime _time = new();
    private readonly WorkSignal _signal = new();

    [Fact]
    public async Task A_signal_given_while_nobody_waits_is_kept_until_it_is_taken()
    {
        _signal.Set();
        _signal.Set();

        await WaitAsync();
        _signal.Take();

        WaitAsync().IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task A_wait_that_was_abandoned_takes_nothing_from_the_next()
    {
        var abandoned = WaitAsync();
        _signal.Take();
        _signal.Set();
        await abandoned;

        WaitAsync().IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_signal_a_wait_ends_by_itself()
    {
        var wait = WaitAsync();
        _time.Advance(s_pause);

        await wait;
    }

    private Task WaitAsync() => _signal.WaitAsync(s_pause, _time, TestContext.Current.CancellationToken);
}
