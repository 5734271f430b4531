using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Access;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

public sealed class WorkDeedTests
{
    private const string Kind = "capture-payment";
    private const string Key = "order 1001";

    public static TheoryData<string> Stopped => ["failed", "parked"];

    [Theory]
    [MemberData(nameof(Stopped))]
    public async Task What_has_stopped_runs_again_at_a_click_and_says_who_did_it(string how)
    {
        await using var host = await PanelHost.StartAsync();
        var path = await StoppedAsync(host, how);
        using var kari = host.Browser();

        var answer = await kari.SubmitAsync(await kari.GetAsync(path), "/run-again");
        var page = await kari.FollowAsync(answer);

        answer.Status.Should().Be(HttpStatusCode.Redirect);
        page.Text.Should().ContainAll("It runs again now.", "Kari ran it again", "It may begin now").And.NotContain("job needs you");
        (await StateAsync(host)).Should().Be(WorkState.Waiting);
    }

    [Fact]
    public async Task What_was_cancelled_runs_again_too()
    {
        await using var host = await PanelHost.StartAsync();
        var path = await StoppedAsync(host, "failed");
        using var kari = host.Browser();

        var cancelled = await kari.FollowAsync(await kari.SubmitAsync(await kari.GetAsync(path), "/cancel"));
        var again = await kari.FollowAsync(await kari.SubmitAsync(cancelled, "/run-again"));

        cancelled.Text.Should().ContainAll("Cancelled. It can still be run again.", "Cancelled by Kari.");
        again.Text.Should().ContainAll("It runs again now.", "Kari cancelled it", "Kari ran it again");
    }

    [Fact]
    public async Task What_may_have_been_done_runs_again_only_after_the_page_that_says_what_may_happen_twice()
    {
        await using var host = await PanelHost.StartAsync();
        var path = await StoppedAsync(host, "unknown");
        using var kari = host.Browser();
        var page = await kari.GetAsync(path);

        var confirm = await kari.GetAsync(page.Links.Single(link => link.EndsWith("/run-again", StringComparison.Ordinal)));
        var unconfirmed = await kari.SubmitAsync(confirm, "/run-again", ("twice", "0"));
        var before = await StateAsync(host);
        var confirmed = await kari.FollowAsync(await kari.SubmitAsync(confirm, "/run-again"));

        page.HasForm("/run-again").Should().BeFalse();
        confirm.Text.Should().ContainAll("it now happens a second time", "Look first whether it was done", "Run again all the same");
        (unconfirmed.Location, before).Should().Be((path + "/run-again", WorkState.Unknown));
        confirmed.Text.Should().Contain("It runs again now.");
        (await StateAsync(host)).Should().Be(WorkState.Waiting);
    }

    [Fact]
    public async Task The_page_of_what_may_happen_twice_is_not_shown_where_nothing_may()
    {
        await using var host = await PanelHost.StartAsync();
        var path = await StoppedAsync(host, "failed");
        using var kari = host.Browser();

        (await kari.GetAsync(path + "/run-again")).Location.Should().Be(path);
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_runs_nothing_again()
    {
        await using var host = await PanelHost.StartAsync();
        var path = await StoppedAsync(host, "failed");
        using var kari = host.Browser();
        var page = await kari.GetAsync(path);
        await kari.SubmitAsync(page, "/run-again");
        await new BelievableWork(host).AttemptAsync(Kind, Key, new WorkOutcome.Failed("Again"));

        var late = await kari.FollowAsync(await kari.SubmitAsync(page, "/run-again"));

        late.Text.Should().Contain("It had changed in the meantime. Nothing was done.");
        (await StateAsync(host)).Should().Be(WorkState.Failed);
    }

    [Fact]
    public async Task What_is_being_done_or_is_done_has_no_buttons_and_stays_so()
    {
        await using var host = await PanelHost.StartAsync();
        var stopped = await StoppedAsync(host, "failed");
        using var kari = host.Browser();
        var form = (await kari.GetAsync(stopped)).Form("/cancel");
        await kari.SubmitAsync(await kari.GetAsync(stopped), "/run-again");
        await new BelievableWork(host).AttemptAsync(Kind, Key, new WorkOutcome.Done());

        var page = await kari.GetAsync(stopped);
        var late = await kari.FollowAsync(await kari.PostAsync(form.Action, [.. form.Fields]));

        page.HasForm("/work/items").Should().BeFalse();
        late.Text.Should().Contain("Nothing was done.");
        (await StateAsync(host)).Should().Be(WorkState.Succeeded);
    }

    [Theory]
    [InlineData("run-again")]
    [InlineData("cancel")]
    public async Task Who_may_not_operate_sees_no_buttons_and_is_refused_when_posting_all_the_same(string deed)
    {
        await using var host = await PanelHost.StartAsync();
        await BelievableShop.SeedAsync(host, 1);
        var path = await StoppedAsync(host, "failed");
        using var kari = host.Browser($"kari;right={SystemLogRights.View};right={SystemLogRights.Solve}");
        var token = (await kari.GetAsync("/systemlog")).Form("/issues/solve").Fields;

        var page = await kari.GetAsync(path);
        var answer = await kari.PostAsync($"{path}/{deed}", [.. token, ("attempts", "1")]);

        page.HasForm("/work/items").Should().BeFalse();
        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        (await kari.GetAsync(path + "/run-again")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await StateAsync(host)).Should().Be(WorkState.Failed);
    }

    [Theory]
    [InlineData("run-again")]
    [InlineData("cancel")]
    public async Task A_form_without_its_token_or_from_another_site_changes_nothing(string deed)
    {
        await using var host = await PanelHost.StartAsync();
        var path = await StoppedAsync(host, "failed");
        using var kari = host.Browser();
        var form = (await kari.GetAsync(path)).Form("/" + deed);

        var without = await kari.PostAsync(form.Action, [("attempts", "1")]);
        var elsewhere = await kari.PostAsync(form.Action, [.. form.Fields], headers => headers.Add("Sec-Fetch-Site", "cross-site"));

        (without.Status, elsewhere.Status).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden));
        (await StateAsync(host)).Should().Be(WorkState.Failed);
    }

    [Fact]
    public async Task An_item_of_another_shop_does_not_exist()
    {
        await using var host = await PanelHost.StartAsync(new()
        {
            SystemLog = options =>
            {
                options.Shops.Add(new() { Id = "main" });
                options.Shops.Add(new() { Id = "other" });
            },
        });
        var ours = await new BelievableWork(host).EndedAsync(Kind, "ours", new WorkOutcome.Failed("No"));
        var theirs = await new BelievableWork(host, "other").EndedAsync(Kind, "theirs", new WorkOutcome.Failed("No"));
        using var kari = host.Browser("kari;shop=main");
        var form = (await kari.GetAsync($"/systemlog/work/items/{ours}")).Form("/run-again");

        foreach (var path in new[] { $"/systemlog/work/items/{theirs}", $"/systemlog/work/items/{theirs}/run-again", $"/systemlog/work/items/{theirs}?shop=other" })
        {
            (await kari.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound, path);
        }

        foreach (var deed in new[] { "run-again", "cancel" })
        {
            (await kari.PostAsync($"/systemlog/work/items/{theirs}/{deed}", [.. form.Fields])).Status.Should().Be(HttpStatusCode.NotFound, deed);
        }

        (await kari.GetAsync("/systemlog/work/capture-payment")).Text.Should().Contain("ours").And.NotContain("theirs");
        (await new BelievableWork(host, "other").FindAsync(Kind, "theirs")).State.Should().Be(WorkState.Failed);
    }

    [Fact]
    public async Task What_runs_again_is_done_by_the_engine()
    {
        await using var host = await PanelHost.StartAsync(new()
        {
            SystemLog = options => options.RunWork = false,
            Services = services => services.AddSingleton<IWorkHandler, Capture>(),
        });
        var path = await StoppedAsync(host, "failed");
        using var kari = host.Browser();

        await kari.SubmitAsync(await kari.GetAsync(path), "/run-again");
        await host.App.Services.GetRequiredService<WorkEngine>().RunDueAsync(TestContext.Current.CancellationToken);

        (await kari.GetAsync(path)).Text.Should().ContainAll("It is done.", "Attempt 2 done", "Attempt 1 failed");
    }

    private static async Task<string> StoppedAsync(PanelHost host, string how)
    {
        WorkOutcome outcome = how switch
        {
            "failed" => new WorkOutcome.Failed("Refused"),
            "parked" => new WorkOutcome.Parked("Nobody"),
            _ => new WorkOutcome.Unknown("Lost"),
        };
        return $"/systemlog/work/items/{await new BelievableWork(host).EndedAsync(Kind, Key, outcome)}";
    }

    private static async Task<WorkState> StateAsync(PanelHost host) => (await new BelievableWork(host).FindAsync(Kind, Key)).State;

    private sealed class Capture : IWorkHandler
    {
        public WorkKind Kind { get; } = new(WorkDeedTests.Kind);

        public Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken) =>
            Task.FromResult<WorkOutcome>(new WorkOutcome.Done());
    }
}
