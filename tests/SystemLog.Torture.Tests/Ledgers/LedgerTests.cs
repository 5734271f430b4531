using SystemLog.Torture.Ledgers;

namespace SystemLog.Torture.Tests.Ledgers;

public sealed class LedgerTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void Lines_of_two_writers_stand_in_the_order_in_which_they_were_written()
    {
        using var first = new LedgerFile(_path, node: 1);
        using var second = new LedgerFile(_path, node: 2);

        first.Write(Verb.Begin, "a", 1);
        second.Write(Verb.Begin, "b", 1);
        first.Write(Verb.Effect, "a", 1, "2026-10-01");

        new LedgerTail(_path).Read().Select(line => line with { At = 0 }).Should().Equal(
            new LedgerLine(Verb.Begin, 1, 0, "a", 1, "-"),
            new LedgerLine(Verb.Begin, 2, 0, "b", 1, "-"),
            new LedgerLine(Verb.Effect, 1, 0, "a", 1, "2026-10-01"));
    }

    [Fact]
    public void A_line_is_read_when_it_is_whole()
    {
        var tail = new LedgerTail(_path);
        File.WriteAllText(_path, "Ready 1 7 - 0 -\nReady 2 8");

        var before = tail.Read().Count;
        File.AppendAllText(_path, " - 0 -\n");

        before.Should().Be(1);
        tail.Read()[1].Should().Be(new LedgerLine(Verb.Ready, 2, 8, "-", 0, "-"));
    }

    public void Dispose() => File.Delete(_path);
}
