using SystemLog.Digests;
using SystemLog.Messages;
using SystemLog.Work;
using static SystemLog.Tests.Digests.DigestHost;

namespace SystemLog.Tests.Digests;

public sealed class DigestSendingTests
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_daily_mail_goes_out_at_its_hour_once_a_day_beginning_with_the_next()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily(hour: 7));

        await host.PassAsync(TimeSpan.FromHours(21.9));
        var before = host.Server.Sent.Count;
        await host.PassAsync(TimeSpan.FromHours(0.1));
        await host.PassAsync(TimeSpan.FromHours(1));
        await host.PassAsync(s_day);

        before.Should().Be(0, "the mail of the day it was turned on has passed");
        host.Server.Sent.Select(mail => (mail.To.Single().Address, mail.Date.UtcDateTime)).Should().Equal(
            ("kari@shop.example", new(2026, 3, 3, 6, 0, 0)), ("kari@shop.example", new(2026, 3, 4, 7, 0, 0)));
        host.Server.Sent[0].Subject.Should().Be("1 order needs attention · Fjord & Foss");
        (await host.ListAsync()).Select(mail => (mail.Date, mail.Result!.End, mail.Result.Orders))
            .Should().Equal((new(2026, 3, 4), DigestEnd.Sent, 1), (new(2026, 3, 3), DigestEnd.Sent, 1));
    }

    [Fact]
    public async Task A_weekly_mail_goes_out_on_its_weekday()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily() with { Weekday = DayOfWeek.Thursday });

        for (var day = 0; day < 14; day++)
        {
            await host.PassAsync(s_day);
        }

        host.Server.Sent.Select(mail => mail.Date.DayOfWeek).Should().Equal(DayOfWeek.Thursday, DayOfWeek.Thursday);
    }

    [Theory]
    [InlineData(false, 0, DigestEnd.NothingToTell)]
    [InlineData(true, 1, DigestEnd.Sent)]
    public async Task A_day_without_trouble_brings_a_mail_only_to_those_who_want_it(bool alsoWhenEmpty, int mails, DigestEnd end)
    {
        await using var host = await StartAsync();
        await host.SaveAsync(Daily() with { AlsoWhenEmpty = alsoWhenEmpty });

        await host.PassAsync(s_day);

        host.Server.Sent.Should().HaveCount(mails);
        (await host.ListAsync()).Single().Result!.End.Should().Be(end);
    }

    [Theory]
    [InlineData(36, 1)]
    [InlineData(24 * 10, 1)]
    public async Task What_was_missed_while_everything_was_down_is_made_up_once(int hours, int mails)
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily());

        await host.PassAsync(TimeSpan.FromHours(hours));
        await host.PassAsync(TimeSpan.FromMinutes(1));

        host.Server.Sent.Should().HaveCount(mails);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_only_a_person_sends_it_again()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily());
        host.Server.Answer(new SendOutcome.Unknown("the connection was lost")).Answer(new SendOutcome.Accepted("2", []));

        await host.PassAsync(s_day);
        await host.PassAsync(TimeSpan.FromHours(20));
        var unknown = (await host.ListAsync()).Single();
        await host.Engine.RunAgainAsync(unknown.Item, Kari, TestContext.Current.CancellationToken);
        await host.PassAsync(TimeSpan.FromMinutes(1));

        unknown.Item.Should().BeEquivalentTo(new { State = WorkState.Unknown, Reason = "the connection was lost" });
        host.Server.Sent.Should().HaveCount(2);
        host.Server.Sent.Select(mail => mail.MessageId).Distinct().Should().ContainSingle("a mailbox can tell that it is the same mail");
        (await host.ListAsync()).Single().Item.State.Should().Be(WorkState.Succeeded);
    }

    [Fact]
    public async Task A_server_that_refuses_for_now_is_asked_again_and_one_that_refuses_for_good_is_not()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily());
        host.Server.Answer(new SendOutcome.Refused("451 try later", IsTransient: true)).Answer(new SendOutcome.Refused("550 not here", IsTransient: false));

        await host.PassAsync(s_day);
        var waiting = (await host.ListAsync()).Single().Item.State;
        await host.PassAsync(TimeSpan.FromMinutes(1));

        waiting.Should().Be(WorkState.Waiting);
        (await host.ListAsync()).Single().Item.Should().BeEquivalentTo(new { State = WorkState.Failed, Reason = "550 not here", Attempts = 2 });
    }

    [Fact]
    public async Task A_mail_refused_until_the_next_but_one_is_due_is_given_up()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily());
        host.Server.Answer(new SendOutcome.Refused("451 try later", IsTransient: true) { RetryAfter = TimeSpan.FromDays(3) });

        await host.PassAsync(s_day);
        await host.PassAsync(TimeSpan.FromDays(4));

        (await host.ListAsync()).Single(mail => mail.Date == new DateOnly(2026, 3, 3)).Item.State.Should().Be(WorkState.Failed);
    }

    [Fact]
    public async Task Those_the_server_refuses_are_named_beside_those_it_took()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily() with { Recipients = ["kari@shop.example", "gone@shop.example"] });
        host.Server.Answer(new SendOutcome.Accepted("1", [new(new("gone@shop.example"), "550 no such user", false)]));

        await host.PassAsync(s_day);

        (await host.ListAsync()).Single().Result.Should().BeEquivalentTo(
            new DigestResult(DigestEnd.Sent) { Orders = 1, Recipients = ["kari@shop.example"], Refused = ["gone@shop.example"] });
    }

    [Fact]
    public async Task A_mail_turned_off_before_it_could_be_sent_is_not_sent()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily());
        host.Server.Answer(new SendOutcome.Refused("451 try later", IsTransient: true)).Answer(new SendOutcome.Accepted("1", []));
        await host.PassAsync(s_day);

        await host.SaveAsync(Daily() with { IsOn = false });
        await host.PassAsync(TimeSpan.FromHours(1));
        await host.PassAsync(s_day);

        host.Server.Sent.Should().ContainSingle();
        (await host.ListAsync()).Single().Result!.End.Should().Be(DigestEnd.TurnedOff);
    }

    [Fact]
    public async Task Another_hour_on_the_same_day_makes_no_second_mail_of_that_day()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily(hour: 10));
        await host.PassAsync(TimeSpan.FromHours(1.5));

        await host.SaveAsync(Daily(hour: 12));
        await host.PassAsync(TimeSpan.FromHours(4));

        host.Server.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task The_hour_is_that_of_the_chosen_zone()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily(hour: 7) with { TimeZone = "Europe/Helsinki" });

        await host.PassAsync(TimeSpan.FromHours(20.9));
        await host.PassAsync(TimeSpan.FromHours(0.1));

        host.Server.Sent.Single().Date.UtcDateTime.Should().Be(new(2026, 3, 3, 5, 0, 0));
    }

    [Fact]
    public async Task A_test_goes_to_one_address_at_once_also_while_the_mail_is_off_and_does_not_count_as_the_last()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");

        var queued = await host.Digests.SendTestAsync("main", "ola@shop.example", TestContext.Current.CancellationToken);
        await host.PassAsync(TimeSpan.Zero);
        await host.SaveAsync(Daily());
        await host.PassAsync(s_day);

        queued.Should().BeTrue();
        host.Server.Sent.Select(mail => mail.To.Single().Address).Should().Equal("ola@shop.example", "kari@shop.example");
        host.Server.Sent[1].Text.Should().NotContain("Since", "there was none before it");
        (await host.ListAsync()).Select(mail => mail.IsTest).Should().Equal(false, true);
    }

    [Fact]
    public async Task A_test_to_what_cannot_be_an_address_is_refused()
    {
        await using var host = await StartAsync();

        (await host.Digests.SendTestAsync("main", "ola at shop", TestContext.Current.CancellationToken)).Should().BeFalse();
        (await host.ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_preview_is_the_mail_that_would_be_sent()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        await host.SaveAsync(Daily() with { Language = "nb" }, new("https://shop.example/systemlog"));

        var preview = await host.Digests.PreviewAsync("main", TestContext.Current.CancellationToken);

        preview.Language.Should().Be("nb");
        preview.Text.Should().Contain("1001").And.Contain("https://shop.example/systemlog");
        host.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task The_hosts_own_address_of_the_panel_goes_before_the_one_that_was_seen()
    {
        await using var host = await StartAsync(options => options.PanelUrl = new("https://admin.example/log"));
        await host.FailAsync("1001");
        await host.SaveAsync(Daily(), new("https://internal:8443/systemlog"));

        var preview = await host.Digests.PreviewAsync("main", TestContext.Current.CancellationToken);

        preview.Text.Should().Contain("https://admin.example/log").And.NotContain("internal");
    }

    [Fact]
    public async Task The_last_mail_that_was_due_is_known_whether_or_not_it_was_queued()
    {
        await using var host = await StartAsync();
        await host.FailAsync("1001");
        var beforeAnything = await host.Digests.LastDueAsync("main", TestContext.Current.CancellationToken);
        await host.SaveAsync(Daily());
        var beforeItsTime = await host.Digests.LastDueAsync("main", TestContext.Current.CancellationToken);

        host.Time.Advance(s_day);
        var notQueued = await host.Digests.LastDueAsync("main", TestContext.Current.CancellationToken);
        await host.PassAsync(TimeSpan.Zero);
        var sent = await host.Digests.LastDueAsync("main", TestContext.Current.CancellationToken);

        (beforeAnything, beforeItsTime).Should().Be((null, null));
        notQueued.Should().Be(new DueDigest(new(2026, 3, 3), new(2026, 3, 3, 6, 0, 0, TimeSpan.Zero), Mail: null));
        sent!.Mail!.Item.State.Should().Be(WorkState.Succeeded);
    }
}
