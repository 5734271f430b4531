using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.Tests.Digests;

public sealed class DigestReaderTests
{
    [Fact]
    public async Task A_busy_morning_is_read_as_it_is()
    {
        await using var shop = await FjordAndFoss.OpenOnABusyMorningAsync();

        var content = await shop.ReadAsync(FjordAndFoss.Yesterday, FjordAndFoss.Panel);

        content.Should().BeEquivalentTo(new
        {
            Shop = "Fjord & Foss",
            FjordAndFoss.Now,
            Since = FjordAndFoss.Yesterday,
            FjordAndFoss.Panel,
            IsEmpty = false,
            Issues = new { Untreated = 7, New = 2, CausesInAll = 4, SolvedByPeople = 3, SolvedBySystem = 1, SolversInAll = 2 },
        });
        content.Issues.Causes.Select(cause => cause.Subjects).Should().Equal(4, 1, 1, 1);
        content.Issues.Oldest.Select(subject => subject.Since).Should().Equal(((int[])[17, 9, 4, 3, 2]).Select(days => FjordAndFoss.Now.AddDays(-days)));
        content.Issues.Solvers.Select(solver => solver.Name).Should().Equal("Kari Nordmann", "Ola Hansen");
    }

    [Fact]
    public async Task A_shop_without_issues_has_an_empty_summary()
    {
        await using var shop = await FjordAndFoss.OpenAsync();

        (await shop.ReadAsync(FjordAndFoss.Yesterday)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task A_shop_whose_issues_are_all_muted_has_an_empty_summary()
    {
        await using var shop = await FjordAndFoss.OpenAsync();
        await shop.MuteAsync(await shop.FailAsync(Sources.Klarna, Operations.Capture, Cause.Timeout, 1));

        (await shop.ReadAsync(FjordAndFoss.Yesterday)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task What_could_only_be_counted_is_told_once_not_in_every_summary_from_then_on()
    {
        await using var shop = await FjordAndFoss.OpenAsync();
        await shop.DropAsync("before", 3, FjordAndFoss.Yesterday.AddSeconds(-1));
        await shop.DropAsync("since", 4, FjordAndFoss.Yesterday);

        (await shop.ReadAsync(FjordAndFoss.Yesterday)).Dropped.Select(reports => reports.Source).Should().Equal("since");
        (await shop.ReadAsync(since: null)).Dropped.Should().HaveCount(2);
    }
}
