using System.Net;
using Microsoft.AspNetCore.Builder;

namespace SystemLog.AspNetCore.Tests;

public sealed class MountTests
{
    [Fact]
    public async Task Below_a_path_base_and_mounted_twice_every_link_stays_where_it_belongs()
    {
        await using var host = await PanelHost.StartAsync(new()
        {
            PathBase = "/shop",
            Map = app =>
            {
                app.MapSystemLog("/systemlog").RequireAuthorization();
                app.MapSystemLog("/{country}/log").RequireAuthorization();
            },
        });
        await BelievableShop.SeedAsync(host, 3);
        using var kari = host.Browser();

        foreach (var root in new[] { "/shop/systemlog", "/shop/no/log" })
        {
            var page = await kari.GetAsync(root);
            page.Links.Concat(page.Attribute("src")).Concat(page.Attribute("action")).Where(link => link[0] != '#').Should().OnlyContain(link => link == root || link.StartsWith(root + "/"));
            var answer = await kari.SubmitAsync(page, "/issues/solve");
            answer.Location.Should().Be(root);
            (await kari.FollowAsync(answer)).Status.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Files_may_be_kept_for_ever_at_the_address_that_names_their_content()
    {
        await using var host = await PanelHost.StartAsync();
        using var kari = host.Browser();
        var address = (await kari.GetAsync("/systemlog")).Links.Single(link => link.EndsWith("panel.css", StringComparison.Ordinal));

        var file = await kari.GetAsync(address);
        var again = await kari.GetAsync(address, headers => headers.Add("If-None-Match", file.Headers["ETag"]));
        var old = await kari.GetAsync("/systemlog/assets/0123456789ab/panel.css");

        file.Headers["Cache-Control"].Should().Be("public, max-age=31536000, immutable");
        file.Headers["Content-Type"].Should().StartWith("text/css");
        again.Status.Should().Be(HttpStatusCode.NotModified);
        old.Headers["Cache-Control"].Should().Be("no-cache");
    }

    [Fact]
    public async Task The_hosts_own_layout_wraps_every_page()
    {
        await using var host = await PanelHost.StartAsync(new() { Panel = options => (options.Layout, options.BackUrl) = (typeof(ShopLayout), "/admin") });
        using var kari = host.Browser();

        var page = await kari.GetAsync("/systemlog");

        page.Html.Should().Contain("<nav class=\"shop\">").And.Contain("panel.css").And.Contain("id=\"sl-main\"");
        page.Html.Split("<html").Should().HaveCount(2);
        page.Links.Should().Contain("/admin");
    }
}
