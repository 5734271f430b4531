using Microsoft.Playwright;
using SystemLog.Conformance;

namespace DemoShop.Tests.Browsing;

/// <summary>A running demo and a browser before it, shared by the tests of a class.</summary>
public sealed class BrowsedDemo : IAsyncLifetime
{
    private DemoProcess? _demo;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _address = "";

    /// <summary>Gets the address of the sandbox's mailbox.</summary>
    public string Mailbox { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is null)
        {
            return;
        }

        (_demo, _address, Mailbox) = await DemoProcess.ServeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Executable, Args = Chromium.Arguments });
    }

    /// <summary>Opens a window of its own, signed in. Skips the test where there is no browser.</summary>
    internal async Task<Visit> VisitAsync(Who who, VisitOptions? options = null)
    {
        Requirement.Met(Chromium.Missing);
        var chosen = options ?? new VisitOptions();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _address,
            Locale = chosen.Language,
            ColorScheme = chosen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = chosen.Script,
            ViewportSize = new() { Width = chosen.Width, Height = chosen.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new Visit(context, await context.NewPageAsync(), _address);
        if (who != Who.Nobody)
        {
            await visit.SignInAsync(who);
        }

        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _demo?.Dispose();
    }
}
