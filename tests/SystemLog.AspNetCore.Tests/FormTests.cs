using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Issues;

namespace SystemLog.AspNetCore.Tests;

public sealed class FormTests
{
    private static string Details(int number) => $"/systemlog/issues/{BelievableShop.Id(number)}";

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        await kari.GetAsync("/systemlog");

        foreach (var path in new[] { "/systemlog/issues/solve", "/systemlog/undo", "/systemlog/causes/solve", "/systemlog/subjects/solve", Details(1) + "/solve", Details(1) + "/comment" })
        {
            (await kari.PostAsync(path, [("only", BelievableShop.Id(1).ToString()), ("text", "x")])).Status.Should().Be(HttpStatusCode.BadRequest, path);
        }

        (await StateAsync(host, 1)).Should().Be(IssueState.Open);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_even_with_its_token()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        var form = (await kari.GetAsync(Details(1))).Form("/solve");

        var answer = await kari.PostAsync(form.Action, [.. form.Fields], headers => headers.Add("Sec-Fetch-Site", "cross-site"));

        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        (await StateAsync(host, 1)).Should().Be(IssueState.Open);
    }

    [Fact]
    public async Task Following_every_link_of_every_page_changes_nothing()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        var before = await host.Log.ListAsync("main", new() { State = null });

        foreach (var page in new[] { "/systemlog", "/systemlog/causes", "/systemlog/history", "/systemlog/settings", Details(1) })
        {
            foreach (var link in (await kari.GetAsync(page)).Links.Where(link => link.StartsWith("/systemlog", StringComparison.Ordinal)).Distinct())
            {
                ((int)(await kari.GetAsync(link)).Status).Should().BeLessThan(400, link);
            }
        }

        (await host.Log.ListAsync("main", new() { State = null })).Items.Should().BeEquivalentTo(before.Items);
    }

    [Fact]
    public async Task A_tick_takes_the_row_off_the_overview_and_undo_brings_it_back()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var ticked = await kari.SubmitAsync(await kari.GetAsync("/systemlog"), "/issues/solve", ("only", BelievableShop.Id(2).ToString()));
        var after = await kari.FollowAsync(ticked);
        var undone = await kari.FollowAsync(await kari.SubmitAsync(after, "/undo"));

        after.Text.Should().Contain("1 issue marked as solved.").And.NotContain("104898");
        undone.Text.Should().Contain("1 issue is open again.").And.Contain("104898");
        (await StateAsync(host, 2)).Should().Be(IssueState.Open);
    }

    [Fact]
    public async Task A_notice_is_said_once()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        var ticked = await kari.SubmitAsync(await kari.GetAsync("/systemlog"), "/issues/solve", ("only", BelievableShop.Id(2).ToString()));

        var first = await kari.FollowAsync(ticked);
        var again = await kari.FollowAsync(ticked);

        first.Text.Should().Contain("marked as solved.");
        again.Text.Should().NotContain("marked as solved.");
    }

    [Fact]
    public async Task Undo_takes_back_only_what_the_person_did_then()
    {
        await using var host = await StartAsync();
        await host.Log.SolveAsync("main", new IssueSelection.These([BelievableShop.Id(1)]), new Actor("ola", "Ola"));
        using var kari = host.Browser();
        var page = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync("/systemlog"), "/issues/solve", ("only", BelievableShop.Id(2).ToString())));

        await kari.SubmitAsync(page, "/undo");

        (await StateAsync(host, 1)).Should().Be(IssueState.Solved);
        (await StateAsync(host, 2)).Should().Be(IssueState.Open);
    }

    [Fact]
    public async Task Everything_chosen_is_solved_in_one_go_by_who_chose_it()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var answer = await kari.SubmitAsync(
            await kari.GetAsync("/systemlog"), "/issues/solve", ("id", BelievableShop.Id(1).ToString()), ("id", BelievableShop.Id(3).ToString()), ("id", "nonsense"));

        (await kari.FollowAsync(answer)).Text.Should().Contain("2 issues marked as solved.");
        var history = await kari.GetAsync("/systemlog/history");
        history.Text.Should().Contain("104899").And.Contain("104897").And.Contain("Kari").And.NotContain("104898");
    }

    [Fact]
    public async Task Choosing_nothing_says_so()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var answer = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync("/systemlog"), "/issues/solve"));

        answer.Text.Should().Contain("Nothing was chosen.");
    }

    [Fact]
    public async Task Solving_a_cause_says_first_what_it_does_and_leaves_alone_what_happened_since()
    {
        await using var host = await StartAsync(20);
        using var kari = host.Browser();
        var causes = await kari.GetAsync("/systemlog/causes?source=Klarna&operation=capture");
        var confirm = await kari.GetAsync(causes.Links.Single(link => link.Contains("/causes/solve")));
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await RecordAgainAsync(host, 1);

        var answer = await kari.SubmitAsync(confirm, "/causes/solve", ("note", "All captured in the portal"));

        confirm.Text.Should().Contain("issues are marked as solved by you").And.Contain("does not solve the problem on the order itself");
        (await kari.FollowAsync(answer)).Text.Should().Contain("marked as solved.");
        (await StateAsync(host, 1)).Should().Be(IssueState.Open, "it happened again after the page was drawn");
        (await StateAsync(host, 19)).Should().Be(IssueState.Solved);
    }

    [Fact]
    public async Task Everything_of_an_order_is_solved_from_its_page()
    {
        await using var host = await StartAsync(30);
        using var kari = host.Browser();

        await kari.SubmitAsync(await kari.GetAsync("/systemlog/subjects/order/104897"), "/subjects/solve");

        (await StateAsync(host, 3)).Should().Be(IssueState.Solved);
        (await StateAsync(host, 30)).Should().Be(IssueState.Solved);
        (await StateAsync(host, 4)).Should().Be(IssueState.Open);
    }

    [Fact]
    public async Task A_comment_stands_in_the_activity_and_one_too_long_is_kept_on_the_page()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        var page = await kari.GetAsync(Details(1));

        var saved = await kari.FollowAsync(await kari.SubmitAsync(page, "/comment", ("text", "Called the customer")));
        var refused = await kari.SubmitAsync(page, "/comment", ("text", new string('a', 4_001)));

        saved.Text.Should().Contain("Comment saved.").And.Contain("Called the customer");
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Html.Should().Contain(new string('a', 4_001)).And.Contain("role=\"alert\"");
    }

    [Theory]
    [InlineData("day", "", 1)]
    [InlineData("week", "", 7)]
    [InlineData("date", "2026-11-25", 4)]
    public async Task Muting_keeps_an_issue_off_the_overview_until_then(string length, string date, int days)
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        await kari.SubmitAsync(await kari.GetAsync(Details(2)), "/mute", ("for", length), ("until", date));

        (await kari.GetAsync("/systemlog")).Text.Should().NotContain("104898");
        (await kari.GetAsync("/systemlog?muted=1")).Text.Should().Contain("104898");
        host.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromHours(24));
        (await kari.GetAsync("/systemlog")).Text.Should().Contain("104898");
    }

    [Theory]
    [InlineData("date", "2026-11-20")]
    [InlineData("date", "tomorrow")]
    [InlineData("forever", "")]
    public async Task Muting_until_nonsense_is_refused(string length, string date)
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var answer = await kari.SubmitAsync(await kari.GetAsync(Details(2)), "/mute", ("for", length), ("until", date));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_assigned_to_me_can_be_listed_and_given_back()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();

        var mine = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync(Details(2)), "/assign", ("to", "me")));
        var listed = await kari.GetAsync("/systemlog?mine=1");
        await kari.SubmitAsync(mine, "/assign", ("to", "nobody"));

        listed.Text.Should().Contain("104898").And.NotContain("104897");
        (await kari.GetAsync("/systemlog?mine=1")).Text.Should().NotContain("104898");
    }

    [Fact]
    public async Task A_form_leads_back_only_to_the_panel()
    {
        await using var host = await StartAsync();
        using var kari = host.Browser();
        var page = await kari.GetAsync("/systemlog");

        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example/systemlog/", "/admin", "javascript:alert(1)", "/systemlogs" })
        {
            (await kari.SubmitAsync(page, "/issues/solve", ("back", elsewhere))).Location.Should().Be("/systemlog/", elsewhere);
        }
    }

    private static async Task<PanelHost> StartAsync(int issues = 5)
    {
        var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, issues);
        return host;
    }

    private static async Task<IssueState> StateAsync(PanelHost host, int number) => (await host.Log.FindAsync("main", BelievableShop.Id(number)))!.State;

    private static Task RecordAgainAsync(PanelHost host, int number)
    {
        var issue = BelievableShop.Issue(number);
        return host.App.Services.GetRequiredService<IIssueStore>().RecordAsync(
            new([issue with { Times = [new(host.Time.GetUtcNow().ToUnixTimeMilliseconds(), 1)], Days = [], Samples = [] }], [], []), TestContext.Current.CancellationToken);
    }
}
