using System.Text;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Tests.Issues;

public sealed class BadReportTests
{
    [Fact]
    public void A_bug_of_the_caller_is_named()
    {
        using var log = new Disposable(RunningLog.NotStarted());

        log.Reporting(Any.Report() with { Shop = "nowhere" }).Should().Throw<ArgumentException>().WithMessage("The shop 'nowhere' is not configured. Known: main.*");
        log.Reporting(Any.Report() with { Source = " " }).Should().Throw<ArgumentException>().WithMessage("Source (' ') must have 1 to 64 characters.*");
        log.Reporting(Any.Report() with { Operation = null! }).Should().Throw<ArgumentException>().WithMessage("Operation*");
        log.Reporting(Any.Report() with { Subject = default }).Should().Throw<ArgumentException>().WithMessage("The subject was never set*");
        log.Reporting(default).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("order", " ")]
    public void A_subject_needs_type_and_number(string type, string number) =>
        FluentActions.Invoking(() => new SubjectRef(type, number)).Should().Throw<ArgumentException>();

    public static TheoryData<string> HostileBodies => new(
        new string('x', 1_000_000),
        "\0\0\0 NUL",
        "half \ud800 a pair \udc00",
        "\u001b[31mred\u001b[0m",
        "<script>alert(1)</script>",
        Encoding.Latin1.GetString([.. Enumerable.Range(0, 256).Select(i => (byte)i)]),
        "{\"a\":[{\"b\":" + new string('[', 10_000));

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task A_hostile_body_is_stored_bounded_and_clean(string body)
    {
        await using var running = RunningLog.NotStarted();
        running.Log.Report(Any.Answer(body));

        await running.StartAsync();
        await running.StopAsync();

        var delta = running.Storage.Deltas.Should().ContainSingle().Subject;
        var stored = delta.Samples.Single().Body!;
        Encoding.UTF8.GetByteCount(stored).Should().BeLessThanOrEqualTo(16 * 1024);
        foreach (var text in (string[])[stored, delta.Description, delta.Search, delta.Grouping.NormalizedText!])
        {
            text.Should().NotContainAny("\0", "\u001b");
            text.EnumerateRunes().Should().NotContain(rune => rune == default);
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Should().Be(text, "no half surrogate is left");
        }

        delta.Description.Length.Should().BeLessThanOrEqualTo(500);
    }

    [Fact]
    public async Task An_exception_that_throws_when_read_is_reported_by_its_type()
    {
        await using var running = RunningLog.NotStarted();
        running.Log.Report(Any.Report() with { Text = null, Exception = new NastyException() });

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Single().Description.Should().Contain(nameof(NastyException));
    }

    private sealed class NastyException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string ToString() => throw new InvalidOperationException();
    }

    private sealed class Disposable(RunningLog running) : IDisposable
    {
        public Action Reporting(ErrorReport report) => () => running.Log.Report(report);

        public void Dispose() => running.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
