using Microsoft.Extensions.DependencyInjection;
using SystemLog.Digests;
using SystemLog.Messages;
using SystemLog.Testing;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A shop in Oslo whose summary mail is set in the panel. What is due is done when the test says so.</summary>
internal sealed class SettingsHost : IAsyncDisposable
{
    public const string Page = "/systemlog/settings";

    private SettingsHost(PanelHost panel) => Panel = panel;

    public PanelHost Panel { get; }

    public required RecordingSender Sender { get; init; }

    public DigestService Digests => Panel.App.Services.GetRequiredService<DigestService>();

    public static async Task<SettingsHost> StartAsync(Action<SystemLogOptions>? configure = null, bool withSender = true)
    {
        var sender = new RecordingSender();
        var panel = await PanelHost.StartAsync(new()
        {
            SystemLog = options =>
            {
                options.RunWork = false;
                options.Shops.Add(new() { Id = "main", Name = "Fjell", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo") });
                configure?.Invoke(options);
            },
            Services = services =>
            {
                if (withSender)
                {
                    services.AddSingleton<IMessageSender>(sender);
                }
            },
        });
        return new(panel) { Sender = sender };
    }

    /// <summary>The fields as a browser sends them: every day at seven to Kari, in Norwegian.</summary>
    public static (string Name, string Value)[] Daily(params (string Name, string Value)[] instead)
    {
        (string Name, string Value)[] fields =
        [
            ("on", "1"), ("day", ""), ("hour", "7"), ("zone", "Europe/Oslo"), ("recipients", "kari@shop.example"), ("language", "nb"),
        ];
        return [.. fields.Where(field => instead.All(other => other.Name != field.Name)), .. instead];
    }

    public PanelBrowser Browser(string user = PanelHost.Kari, string language = "en") => Panel.Browser(user, language);

    /// <summary>Saves the settings as a person does, and returns the page after it.</summary>
    public static async Task<PanelAnswer> SaveAsync(PanelBrowser browser, params (string Name, string Value)[] instead) =>
        await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync(Page), "/settings", Daily(instead)));

    /// <summary>Turns the clock on and does what is due then.</summary>
    public Task PassAsync(TimeSpan time)
    {
        Panel.Time.Advance(time);
        return Panel.App.Services.GetRequiredService<WorkEngine>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    public async Task<DigestState> StateAsync(string shop = "main") => await Digests.FindAsync(shop, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Panel.DisposeAsync();
}
