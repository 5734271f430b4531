using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Tests.Issues;

public sealed class IssueDeltaTests
{
    private static readonly IssueDelta _delta = new()
    {
        Id = Fingerprint.Parse("1-00000000000000000000000000000001"),
        Grouping = new() { Shop = "main", Source = Sources.Klarna, Operation = Operations.Capture, Subject = SubjectRef.Order("1001") },
        Explanation = new() { Cause = Cause.Timeout, Family = CauseFamily.Connectivity, Retryable = true, WhoMustAct = WhoMustAct.Nobody, Match = Match.General },
        Description = "Timeout",
        Search = "timeout",
        Times = [new(Minute(1), 1), new(Minute(2), 3), new(Minute(3), 1)],
        Days = [new(new(2026, 11, 20), 5)],
        Samples = [Sample(1), Sample(2), Sample(3)],
    };

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(2, 4, 1)]
    public void What_happened_at_the_very_time_of_the_solving_lies_before_it(int minute, int before, int after)
    {
        var parts = _delta.SplitAfter(Any.Noon.AddMinutes(minute));

        (parts.Before.Count, parts.After.Count).Should().Be((before, after));
        parts.Before.LastAt.Should().Be(Any.Noon.AddMinutes(minute));
        parts.After.FirstAt.Should().Be(Any.Noon.AddMinutes(minute + 1));
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_counted_twice()
    {
        var (before, after) = _delta.SplitAfter(Any.Noon.AddMinutes(2));

        before.Samples.Concat(after.Samples).Should().Equal(_delta.Samples);
        before.Days.Concat(after.Days).Should().Equal(_delta.Days);
        before.Times.Concat(after.Times).Should().Equal(_delta.Times);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_time_with_everything_on_one_side_splits_nothing(int minute)
    {
        var split = () => _delta.SplitAfter(Any.Noon.AddMinutes(minute));

        split.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static long Minute(int minute) => Any.Noon.AddMinutes(minute).ToUnixTimeMilliseconds();

    private static Occurrence Sample(int minute) => new() { Id = $"{minute}", At = Any.Noon.AddMinutes(minute) };
}
