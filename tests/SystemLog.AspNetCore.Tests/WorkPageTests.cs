using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Access;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

public sealed class WorkPageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \u202Egpj.exe";
    private const string Merchant = $"ola;right={SystemLogRights.View};right={SystemLogRights.Operate};right={SystemLogRights.SeePayload}";

    [Fact]
    public async Task Every_kind_says_what_waits_runs_and_needs_a_person()
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog/work");

        page.Text.Should().ContainAll(
            "Background work", "3 jobs need you", "Summary mail 1 with unknown outcome 0 0 1", "capture-payment 1 failed 1 put aside 1 1 1", "export-orders nothing 0 1 0");
        page.Links.Should().Contain("/systemlog/work/capture-payment?state=Failed");
        page.Html.Should().Contain("<b class=\"count\" title=\"3 jobs need you\">3</b>");
    }

    [Fact]
    public async Task A_kind_of_this_host_without_items_is_shown_and_said_to_be_well()
    {
        await using var host = await PanelHost.StartAsync(new() { Services = services => services.AddSingleton<IWorkHandler, Idle>() });
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog/work");
        var list = await kari.GetAsync(page.Links.Single(link => link.Contains("kind=")));

        page.Text.Should().ContainAll("Everything is running as it should.", "print/label nothing 0 0 0").And.NotContain("does no background work itself");
        list.Text.Should().ContainAll("print/label", "There are no jobs of this kind yet");
    }

    [Fact]
    public async Task A_shop_whose_work_has_not_begun_is_told_kindly_that_nothing_needs_it()
    {
        await using var host = await PanelHost.StartAsync();
        using var kari = host.Browser();

        (await kari.GetAsync("/systemlog/work")).Text.Should().ContainAll("Everything is running as it should.", "Summary mail nothing 0 0 0");
    }

    [Fact]
    public async Task A_node_that_does_no_work_says_so()
    {
        await using var host = await PanelHost.StartAsync(new() { SystemLog = options => options.RunWork = false });
        using var kari = host.Browser();

        (await kari.GetAsync("/systemlog/work")).Text.Should().Contain("This server does no background work itself.");
    }

    [Fact]
    public async Task What_has_been_due_for_minutes_is_marked()
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();
        host.Time.Advance(TimeSpan.FromMinutes(6));

        (await kari.GetAsync("/systemlog/work")).Html.Should().Contain("chip soon");
    }

    [Fact]
    public async Task A_list_tells_what_each_item_is_and_why_by_its_first_line()
    {
        await using var host = await SeededAsync(services => services.AddSingleton<ISubjectSource, BelievableShop>());
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog/work/capture-payment");

        page.Text.Should().ContainAll("order 104896 capture", "Order 104896", "Failed", "The reservation has expired.", "Put aside", "Tries again", "Running", "Due now", "Cancelled");
        page.Text.Should().NotContain("Reserve the amount anew");
        page.Links.Should().Contain("/systemlog/subjects/order/104896");
        page.Text.IndexOf("104893", StringComparison.Ordinal).Should().BeLessThan(page.Text.IndexOf("104896", StringComparison.Ordinal), "the last queued stands first");
    }

    [Fact]
    public async Task A_list_is_filtered_by_state()
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog/work?kind=capture-payment&state=Parked");
        var nonsense = await kari.GetAsync("/systemlog/work/capture-payment?state=4&after=x");

        page.Text.Should().Contain("104897").And.NotContain("104896");
        nonsense.Text.Should().ContainAll("104897", "104896");
    }

    [Fact]
    public async Task Pages_of_a_list_follow_each_other_without_gap_or_repetition()
    {
        await using var host = await PanelHost.StartAsync(new() { Panel = options => options.PageSize = 10 });
        var work = new BelievableWork(host);
        for (var number = 0; number < 25; number++)
        {
            await work.QueueAsync("export", $"key-{number:00}");
        }

        using var kari = host.Browser();
        var seen = new List<string>();
        for (string? next = "/systemlog/work/export"; next is not null;)
        {
            var page = await kari.GetAsync(next);
            seen.AddRange(Enumerable.Range(0, 25).Select(number => $"key-{number:00}").Where(page.Text.Contains).Reverse());
            next = page.Html.Contains("rel=\"next\"", StringComparison.Ordinal) ? page.Links.Last(link => link.Contains("after=", StringComparison.Ordinal)) : null;
        }

        seen.Should().Equal(Enumerable.Range(0, 25).Select(number => $"key-{number:00}").Reverse());
    }

    [Theory]
    [InlineData("2026-11-18", "It is done.")]
    [InlineData("2026-11-19", "Nobody knows whether this was done: the answer was lost. Running it again may do it a second time.")]
    [InlineData("2026-11-23", "It waits for its time: 23 Nov, 07:12.")]
    [InlineData("order 104898 capture", "It is tried again by itself: 20 Nov, 08:12.")]
    [InlineData("order 104896 capture", "Deal with the reason, then run it again.")]
    [InlineData("order 104897 capture", "nothing in your shop knows how to do it")]
    [InlineData("order 104895 capture", "Cancelled by Ola Nilsen.")]
    [InlineData("order 104894 capture", "It is being done right now.")]
    [InlineData("order 104893 capture", "It may begin now and waits for its turn.")]
    public async Task An_item_says_why_it_is_where_it_is(string key, string sentence)
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();

        var page = await kari.GetAsync(await PathAsync(host, key));

        page.Text.Should().Contain(sentence);
    }

    [Fact]
    public async Task An_item_tells_its_attempts_and_what_people_decided()
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();

        var page = await kari.GetAsync(await PathAsync(host, "order 104895 capture"));

        page.Text.Should().ContainAll("Attempt 1 failed", "took 0.0 s", "The order was refunded.", "Ola Nilsen cancelled it");
        page.Text.IndexOf("Ola Nilsen cancelled it", StringComparison.Ordinal).Should().BeLessThan(page.Text.IndexOf("Attempt 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attempt_whose_node_died_says_so()
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await new BelievableWork(host).QueueAsync(BelievableWork.Captures, "order 104892 capture");
        await host.App.Services.GetRequiredService<IWorkStore>().ClaimAsync(new(BelievableWork.Captures, "node-2", TimeSpan.FromMinutes(1), 10), TestContext.Current.CancellationToken);

        var page = await kari.GetAsync(await PathAsync(host, "order 104894 capture"));

        page.Text.Should().ContainAll("Attempt 2 running", "Attempt 1 no outcome: the server stopped answering");
    }

    [Fact]
    public async Task What_an_item_was_given_is_shown_redacted_and_only_to_who_may_see_it()
    {
        await using var host = await SeededAsync();
        using var clerk = host.Browser();
        using var merchant = host.Browser(Merchant);
        var path = await PathAsync(host, "2026-11-18");

        (await clerk.GetAsync(path)).Text.Should().NotContain("124900").And.NotContain("recipients");
        (await merchant.GetAsync(path)).Text.Should().Contain("124900").And.Contain("recipients").And.NotContain("hemmelig-nok-7");
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_never_run()
    {
        await using var host = await PanelHost.StartAsync();
        var work = new BelievableWork(host);
        await work.QueueAsync(Hostile, Hostile, Hostile, payload: Hostile);
        var id = await work.AttemptAsync(Hostile, Hostile, new WorkOutcome.Unknown(Hostile));
        using var ola = host.Browser(Merchant);

        foreach (var path in new[] { "/systemlog/work", "/systemlog/work?kind=" + Uri.EscapeDataString(Hostile), $"/systemlog/work/items/{id}", $"/systemlog/work/items/{id}/run-again" })
        {
            var page = await ola.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.OK, path);
            page.Html.Should().NotContain("<script>").And.NotContain("<img");
            page.Text.Should().Contain("alert(1)").And.NotContain("\u202E");
        }
    }

    [Fact]
    public async Task Following_every_link_of_its_pages_changes_nothing_and_finds_a_page()
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();
        var before = (await new BelievableWork(host).FindAsync(BelievableWork.Mails, "2026-11-19")).State;

        foreach (var path in new[] { "/systemlog/work", "/systemlog/work/capture-payment", "/systemlog/work/summary-mail", await PathAsync(host, "order 104896 capture"), await PathAsync(host, "2026-11-19") })
        {
            foreach (var link in (await kari.GetAsync(path)).Links.Where(link => link.StartsWith("/systemlog", StringComparison.Ordinal)).Distinct())
            {
                ((int)(await kari.GetAsync(link)).Status).Should().BeLessThan(400, link);
            }
        }

        (await new BelievableWork(host).FindAsync(BelievableWork.Mails, "2026-11-19")).State.Should().Be(before);
    }

    [Theory]
    [InlineData("/systemlog/work/no-such-kind")]
    [InlineData("/systemlog/work?kind=no-such-kind")]
    [InlineData("/systemlog/work/items/4711")]
    [InlineData("/systemlog/work/items/4711/run-again")]
    [InlineData("/systemlog/work/items/nonsense")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        await using var host = await SeededAsync();
        using var kari = host.Browser();

        (await kari.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_plainly()
    {
        await using var host = await PanelHost.StartAsync(new() { Storage = DeadStorage.Register });
        using var kari = host.Browser();

        foreach (var path in new[] { "/systemlog/work", "/systemlog/work/summary-mail", "/systemlog/work/items/1" })
        {
            var page = await kari.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.ServiceUnavailable, path);
            page.Text.Should().Contain("cannot be read right now");
        }
    }

    internal static async Task<string> PathAsync(PanelHost host, string key)
    {
        var kind = key.StartsWith("order", StringComparison.Ordinal) ? BelievableWork.Captures : BelievableWork.Mails;
        return $"/systemlog/work/items/{(await new BelievableWork(host).FindAsync(kind, key)).Id}";
    }

    private static async Task<PanelHost> SeededAsync(Action<IServiceCollection>? services = null)
    {
        var host = await PanelHost.StartAsync(new() { Services = services });
        await new BelievableWork(host).SeedAsync();
        return host;
    }

    private sealed class Idle : IWorkHandler
    {
        public WorkKind Kind { get; } = new("print/label");

        public Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken) =>
            Task.FromResult<WorkOutcome>(new WorkOutcome.Done());
    }
}
