using SystemLog.Digests;
using static SystemLog.Tests.Digests.DigestHost;

namespace SystemLog.Tests.Digests;

public sealed class DigestSettingsTests
{
    public static TheoryData<DigestSettings, DigestFaultKind, string> Faults { get; } = new()
    {
        { Daily() with { Recipients = [] }, DigestFaultKind.NoRecipient, "" },
        { Daily() with { Recipients = ["kari@shop.example", "ola"] }, DigestFaultKind.NotAnAddress, "ola" },
        { Daily() with { Recipients = ["kari@shop.example\r\nBcc: x@y.example"] }, DigestFaultKind.NotAnAddress, "kari@shop.example\r\nBcc: x@y.example" },
        { Daily() with { Recipients = [.. Enumerable.Range(0, 21).Select(number => $"a{number}@shop.example")] }, DigestFaultKind.TooManyRecipients, "21" },
        { Daily() with { Hour = 24 }, DigestFaultKind.NoSuchHour, "24" },
        { Daily() with { Weekday = (DayOfWeek)7 }, DigestFaultKind.NoSuchWeekday, "7" },
        { Daily() with { TimeZone = "Europe/Atlantis" }, DigestFaultKind.NoSuchTimeZone, "Europe/Atlantis" },
        { Daily() with { Language = "is" }, DigestFaultKind.NoSuchLanguage, "is" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_cannot_be_meant_is_refused_with_the_reason_and_changes_nothing(DigestSettings settings, DigestFaultKind kind, string value)
    {
        await using var host = await StartAsync();

        var result = await host.Digests.SaveAsync("main", settings, new(0, Kari), TestContext.Current.CancellationToken);

        result.Should().BeOfType<DigestSaveResult.Refused>().Which.Faults.Should().Equal(new DigestFault(kind, value));
        (await host.Digests.FindAsync("main", TestContext.Current.CancellationToken)).Version.Should().Be(0);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var host = await StartAsync();

        var result = await host.Digests.SaveAsync(
            "main", Daily(hour: 25) with { Recipients = ["ola"], Language = "" }, new(0, Kari), TestContext.Current.CancellationToken);

        result.Should().BeOfType<DigestSaveResult.Refused>().Which.Faults.Select(fault => fault.Kind)
            .Should().Equal(DigestFaultKind.NotAnAddress, DigestFaultKind.NoSuchHour, DigestFaultKind.NoSuchLanguage);
    }

    [Fact]
    public async Task What_was_never_set_is_off()
    {
        await using var host = await StartAsync();

        var state = await host.Digests.FindAsync("main", TestContext.Current.CancellationToken);

        state.Should().BeEquivalentTo(new { Version = 0, ChangedBy = (Actor?)null, NextAt = (DateTimeOffset?)null });
        state.Settings.IsOn.Should().BeFalse();
    }

    [Fact]
    public async Task What_is_set_comes_back_with_who_set_it_and_when_the_next_mail_is_due()
    {
        await using var host = await StartAsync();
        var settings = new DigestSettings
        {
            IsOn = true, Weekday = DayOfWeek.Friday, Hour = 16, TimeZone = "Europe/Helsinki",
            Recipients = ["kari@shop.example", "ola@shop.example"], Language = "fi", AlsoWhenEmpty = true,
        };

        await host.SaveAsync(settings);
        var state = await host.Digests.FindAsync("main", TestContext.Current.CancellationToken);

        state.Settings.Should().BeEquivalentTo(settings);
        state.Should().BeEquivalentTo(new { Version = 1, ChangedBy = Kari, ChangedAt = host.Time.GetUtcNow() });
        state.NextAt.Should().Be(new DateTimeOffset(2026, 3, 6, 14, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Whoever_saves_over_what_they_have_not_seen_is_shown_it_instead()
    {
        await using var host = await StartAsync();
        await host.SaveAsync(Daily(hour: 8));

        var result = await host.Digests.SaveAsync("main", Daily(hour: 9), new(0, Kari), TestContext.Current.CancellationToken);

        result.Should().BeOfType<DigestSaveResult.Conflict>().Which.Current.Settings.Hour.Should().Be(8);
    }
}
