using System.Globalization;
using Microsoft.Playwright;

namespace DemoShop.Tests.Browsing;

/// <summary>One window. At its end nothing may have gone wrong in it: no error in the console, no violated policy, no request to anywhere else.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public Visit(IBrowserContext context, IPage page, string address)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => NoteIf(message.Type == "error", message.Text);
        page.PageError += (_, error) => NoteIf(true, error);
        page.Request += (_, request) => NoteIf(!request.Url.StartsWith(address + "/", StringComparison.Ordinal), $"request to {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>The number on the badge in the shop's top bar.</summary>
    public async Task<int> BadgeAsync() =>
        int.Parse(await Page.Locator(".shop-bar .systemlog-badge").GetAttributeAsync("data-untreated") ?? "", CultureInfo.InvariantCulture);

    public async Task SignInAsync(Who who)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Sign in as {who.ToString().ToLowerInvariant()}" }).ClickAsync();
        await Page.WaitForURLAsync(who == Who.Customer ? "**/min-profil" : "**/");
    }

    public Task OpenOrderAsync(string number) => Page.GotoAsync($"/systemlog/subjects?type=order&number={number}");

    public Task OpenOverviewAsync() => Page.GotoAsync("/systemlog");

    /// <summary>The rows of the overview or of history that are about an order.</summary>
    public ILocator RowsOf(string order) =>
        Page.Locator("tbody tr").Filter(new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = order, Exact = true }) });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        lock (_faults)
        {
            _faults.Should().BeEmpty("a page of the shop or of the control panel does nothing that its policy forbids");
        }
    }

    private void NoteIf(bool isFault, string text)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(text);
            }
        }
    }
}
