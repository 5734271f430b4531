using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Access;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests;

public sealed class PageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \u202Egpj.exe";

    [Fact]
    public async Task Every_page_runs_only_our_own_files_and_is_kept_nowhere()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        foreach (var path in new[] { "/systemlog", "/systemlog/causes", "/systemlog/history", $"/systemlog/issues/{BelievableShop.Id(1)}", "/systemlog/subjects/order/104899" })
        {
            var page = await kari.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.OK, path);
            page.Headers["Content-Security-Policy"].Should().Be(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            page.Headers["X-Content-Type-Options"].Should().Be("nosniff");
            page.Headers["Referrer-Policy"].Should().Be("no-referrer");
            page.Headers["Cache-Control"].Should().Contain("no-store");
            page.Html.Should().NotContain(" style=").And.NotContain("<style").And.NotContain("onclick");
            page.Attribute("src").Concat(page.Links.Where(link => link.Contains("assets"))).Should().OnlyContain(link => link.StartsWith("/systemlog/assets/"));
        }
    }

    [Fact]
    public async Task The_overview_says_what_the_seed_asks_of_a_row()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog");

        page.Text.Should().ContainAll("Klarna", "Capture", "Order is expired, capture is not possible.", "104899", "Bjørn Dahl", "9 min ago", "8");
        page.Text.Should().Contain("It does not solve the problem on the order itself");
        page.Links.Should().Contain($"/systemlog/issues/{BelievableShop.Id(1)}");
        page.Html.Should().Contain("title=\"20 Nov 2026, 07:03:00\"");
    }

    [Theory]
    [InlineData("source=Tripletex", "104895", "104899")]
    [InlineData("operation=refund", "104898", "104899")]
    [InlineData("cause=AmountMismatch", "104897", "104899")]
    [InlineData("family=Settings", "104895", "104899")]
    [InlineData("q=MVA-kode", "104895", "104899")]
    [InlineData("number=104896", "104896", "104899")]
    [InlineData("to=2026-11-19", "104892", "104899")]
    [InlineData("from=2026-11-20", "104899", "104892")]
    [InlineData("from=nonsense&cause=99&source=%20", "104899", "000000")]
    public async Task A_filter_leaves_only_what_it_asks_for(string query, string shown, string hidden)
    {
        await using var host = await StartAsync(12);
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog?" + query);

        page.Text.Should().Contain(shown).And.NotContain(hidden);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var host = await StartAsync(25, panel: options => options.PageSize = 10);
        using var kari = host.Browser();
        var seen = new List<string>();

        for (string? next = "/systemlog"; next is not null;)
        {
            var page = await kari.GetAsync(next);
            seen.AddRange(page.Attribute("value").Where(value => value.StartsWith("1-", StringComparison.Ordinal)).Distinct());
            next = page.Links.FirstOrDefault(link => link.Contains("after=") && !seen.Contains(link));
        }

        seen.Should().Equal(Enumerable.Range(1, 25).Select(number => BelievableShop.Id(number).ToString()));
    }

    [Fact]
    public async Task By_cause_counts_orders_and_leads_to_them()
    {
        await using var host = await StartAsync(20);
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog/causes?source=Klarna");
        var list = await kari.GetAsync(page.Links.First(link => link.Contains("operation=capture") && !link.Contains("/causes")));

        page.Text.Should().Contain("Solve all 2");
        list.Text.Should().Contain("104899").And.NotContain("104898");
    }

    [Fact]
    public async Task By_cause_an_unknown_error_is_shown_in_its_own_words()
    {
        await using var host = await StartAsync(0);
        await host.Log.ReportDurableAsync(
            new() { Source = "Bring", Operation = "book", Subject = SubjectRef.Order("7"), Text = "The flux is inverted" }, TestContext.Current.CancellationToken);
        using var kari = host.Browser();

        (await kari.GetAsync("/systemlog/causes?family=Unknown")).Text.Should().ContainAll("Cause not known", "The flux is inverted", "Bring");
    }

    [Fact]
    public async Task What_older_rules_did_not_know_is_explained_soon_after_the_start_and_told_with_the_cause_before()
    {
        await using var host = await StartAsync(0);
        var issue = BelievableShop.Issue(1);
        issue = issue with
        {
            Explanation = issue.Explanation with { Cause = Cause.Unknown, Rule = null },
            Catalogue = "older rules",
            Samples = [issue.Samples[0] with { Body = "the resource was not found" }],
        };
        await host.App.Services.GetRequiredService<IIssueStore>().RecordAsync(new([issue], [], []), TestContext.Current.CancellationToken);

        while ((await host.Log.FindAsync("main", issue.Id, TestContext.Current.CancellationToken))!.Cause == Cause.Unknown)
        {
            host.Time.Advance(TimeSpan.FromSeconds(10));
        }

        using var kari = host.Browser();
        (await kari.GetAsync($"/systemlog/issues/{issue.Id}")).Text.Should().ContainAll("Not found at Klarna", "Cause read anew, before: Cause not known");
    }

    [Fact]
    public async Task Details_begin_with_the_advice_and_hold_all_facts()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var page = await kari.GetAsync($"/systemlog/issues/{BelievableShop.Id(3)}");

        page.Text.IndexOf("What to do", StringComparison.Ordinal).Should().BeLessThan(page.Text.IndexOf("First occurrence", StringComparison.Ordinal));
        page.Text.Should().ContainAll(
            "You can fix this", "Trying again alone does not help", "1,349.00 NOK", "1,249.00 NOK", "100.00 NOK", "422",
            "5367af52-803d-44a4-9361-bfb7e9cd0003", "ola@example.no", "Posten, pick-up point", "Why grouped");
        page.Links.Should().Contain("/admin/orders/104897");
    }

    [Fact]
    public async Task An_empty_overview_is_kind_and_says_what_is_watched()
    {
        await using var host = await StartAsync(0, panel: options => options.Sources.Add("Bring"));
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog");

        page.Text.Should().ContainAll("Nothing needs you right now", "Being watched:", "Bring");
    }

    [Fact]
    public async Task Reports_that_could_only_be_counted_are_shown()
    {
        await using var host = await StartAsync(1);
        await host.App.Services.GetRequiredService<IIssueStore>().RecordAsync(
            new([], [], [new("main", "Vipps", DropReason.TooManyIssuesWaiting, 1_234, BelievableShop.Now)]), TestContext.Current.CancellationToken);
        using var kari = host.Browser();

        (await kari.GetAsync("/systemlog")).Text.Should().Contain("Vipps: 1,234 · too many waited at once");
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_never_run()
    {
        await using var host = await StartAsync(0);
        var issue = BelievableShop.Issue(1);
        await host.App.Services.GetRequiredService<IIssueStore>().RecordAsync(
            new([issue with { Description = Hostile, CorrelationId = Hostile, SubjectLink = "javascript:alert(3)", Grouping = issue.Grouping with { Subject = SubjectRef.Order(Hostile), Code = Hostile } }], [], []),
            TestContext.Current.CancellationToken);
        using var kari = host.Browser($"kari;right={SystemLogRights.View};right={SystemLogRights.Solve};right={SystemLogRights.SeePayload}");

        foreach (var path in new[] { "/systemlog", "/systemlog/causes", $"/systemlog/issues/{issue.Id}", "/systemlog/subjects?type=order&number=" + Uri.EscapeDataString(Hostile) })
        {
            var page = await kari.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.OK, path);
            page.Html.Should().NotContain("<script>").And.NotContain("<img").And.NotContain("javascript:");
            page.Text.Should().NotContain("\u202E", "hidden fields keep it, nobody reads it");
        }
    }

    [Fact]
    public async Task A_host_that_is_slow_with_its_orders_costs_a_page_its_facts_only()
    {
        var asked = new TaskCompletionSource();
        await using var host = await StartAsync(1, services => services.AddSingleton<ISubjectSource>(new Silent(asked)));
        using var kari = host.Browser();

        var page = kari.GetAsync("/systemlog");
        await asked.Task;
        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await page).Text.Should().Contain("104899").And.Contain("The order facts did not arrive in time.");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_plainly_with_a_number_to_quote()
    {
        await using var host = await PanelHost.StartAsync(new() { Storage = DeadStorage.Register });
        using var kari = host.Browser();

        foreach (var path in new[] { "/systemlog", "/systemlog/causes", "/systemlog/history", $"/systemlog/issues/{BelievableShop.Id(1)}" })
        {
            var page = await kari.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.ServiceUnavailable, path);
            page.Text.Should().ContainAll("cannot be read right now", "Your shop is not affected", "Number to quote");
        }
    }

    [Theory]
    [InlineData("/systemlog/issues/nonsense")]
    [InlineData("/systemlog/issues/1-ffffffffffffffffffffffffffffffff")]
    [InlineData("/systemlog/subjects/order/none")]
    [InlineData("/systemlog/subjects")]
    [InlineData("/systemlog/causes/solve")]
    [InlineData("/systemlog/assets/x/secrets.txt")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        await using var host = await StartAsync(1);
        using var kari = host.Browser();

        (await kari.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<PanelHost> StartAsync(int issues = 10, Action<IServiceCollection>? services = null, Action<ControlPanelOptions>? panel = null)
    {
        var host = await PanelHost.StartAsync(new() { Panel = panel, Services = services ?? (all => all.AddSingleton<ISubjectSource, BelievableShop>()) });
        await BelievableShop.SeedAsync(host, issues);
        return host;
    }

    private sealed class Silent(TaskCompletionSource asked) : ISubjectSource
    {
        public Task<IReadOnlyDictionary<SubjectRef, SubjectFacts>> FindAsync(
            string shop, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken = default)
        {
            asked.SetResult();
            return new TaskCompletionSource<IReadOnlyDictionary<SubjectRef, SubjectFacts>>().Task;
        }
    }
}
