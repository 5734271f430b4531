using Microsoft.Extensions.Options;

namespace SystemLog.AspNetCore.Tests;

public sealed class ControlPanelOptionsTests
{
    [Fact]
    public void The_defaults_are_right_as_they_are()
    {
        var options = new ControlPanelOptions();

        new ControlPanelOptionsRules().Validate(null, options).Succeeded.Should().BeTrue();
        (options.PageSize, options.BadgeAge, options.SubjectTimeout).Should().Be((40, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1)));
        (options.Layout, options.BackUrl, options.Culture, options.Stylesheet).Should().Be((null, null, null, null));
    }

    [Fact]
    public async Task Wrong_options_keep_the_host_from_starting_and_are_shown()
    {
        var start = () => PanelHost.StartAsync(new()
        {
            Panel = options =>
            {
                options.Layout = typeof(string);
                options.BackUrl = "javascript:alert(1)";
                options.Stylesheet = "https://elsewhere.example/x.css";
                options.Culture = "klingon";
                options.PageSize = 9;
                options.BadgeAge = TimeSpan.FromMinutes(-1);
                options.SubjectTimeout = TimeSpan.Zero;
            },
        });

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            "Layout (System.String) must be a component with a parameter Body of type RenderFragment.",
            "BackUrl ('javascript:alert(1)') must be http, https or a path on the site.",
            "Stylesheet ('https://elsewhere.example/x.css') must be a path on the site: no request leaves it.",
            "Culture ('klingon') is not known.",
            "PageSize (9) must be 10 to 200.",
            "BadgeAge (-00:01:00) must be 0 to 10 minutes.",
            "SubjectTimeout (00:00:00) must be more than 0 and at most 30 seconds.");
    }
}
