using FsCheck;
using FsCheck.Fluent;
using SystemLog.Issues;

namespace SystemLog.Tests.Issues;

public sealed class MomentsTests
{
    [Fact]
    public void Counts_are_exact_and_times_sorted_whatever_comes_in() =>
        Prop.ForAll<PositiveInt[]>(times =>
        {
            var moments = Of(times.Select(time => (long)time.Get));
            var sorted = moments.Sorted();
            return moments.Count == times.Length
                && sorted.Sum(moment => moment.Count) == times.Length
                && sorted.Select(moment => moment.At).SequenceEqual(times.Select(time => (long)time.Get).Distinct().Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_flood_stays_bounded_and_keeps_its_count_its_first_and_its_last()
    {
        var random = new Random(1);
        var times = Enumerable.Range(0, 100_000).Select(_ => random.NextInt64(1_000_000_000)).ToList();

        var sorted = Of(times).Sorted();

        sorted.Count.Should().BeLessThanOrEqualTo(4_096);
        sorted.Sum(moment => moment.Count).Should().Be(100_000);
        sorted[0].At.Should().Be(times.Min());
        sorted[^1].At.Should().Be(times.Max());
    }

    private static Moments Of(IEnumerable<long> times)
    {
        var moments = new Moments();
        foreach (var at in times)
        {
            moments.Add(at);
        }

        return moments;
    }
}
