using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.ControlPanel;

/// <summary>What the panel's small script adds: keys, choosing all, and asking before what cannot be read off the button.</summary>
public sealed class KeyboardTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    [Fact]
    public async Task Keys_move_through_the_list_choose_and_tick_off()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        await visit.OpenOverviewAsync();
        var page = visit.Page;
        var rows = page.Locator(".rows tbody tr");
        var before = await rows.CountAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(rows.Nth(1)).ToHaveClassAsync("at");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(rows.Nth(0).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".chosen")).ToHaveTextAsync(" (1)");
        await page.Keyboard.PressAsync("e");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 issue marked as solved.");
        await Assertions.Expect(rows).ToHaveCountAsync(before - 1);
    }

    [Fact]
    public async Task Slash_goes_to_the_search_where_keys_are_letters_again()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        await visit.OpenOverviewAsync();
        var search = visit.Page.GetByRole(AriaRole.Searchbox);

        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("jek?");

        await Assertions.Expect(search).ToBeFocusedAsync();
        await Assertions.Expect(search).ToHaveValueAsync("jek?");
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        await visit.OpenOverviewAsync();
        var keys = visit.Page.GetByRole(AriaRole.Dialog);

        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(keys).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(keys).ToBeHiddenAsync();
    }

    [Fact]
    public async Task All_rows_are_chosen_at_once()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        await visit.OpenOverviewAsync();
        var boxes = visit.Page.Locator(".rows tbody").GetByRole(AriaRole.Checkbox);

        await visit.Page.Locator(".all").CheckAsync();

        var chosen = await boxes.EvaluateAllAsync<int>("boxes => boxes.filter(box => box.checked).length");
        chosen.Should().Be(await boxes.CountAsync()).And.BeGreaterThan(10);
        await Assertions.Expect(visit.Page.Locator(".chosen")).ToHaveTextAsync($" ({chosen})");
    }

    [Fact]
    public async Task Solving_all_of_an_order_asks_first()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        await visit.Page.GotoAsync("/systemlog/subjects/order/1033");
        var form = visit.Page.Locator("form[data-confirm]").First;

        await form.GetByRole(AriaRole.Button).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await visit.OpenOverviewAsync();
        await Assertions.Expect(visit.RowsOf("1033")).ToHaveCountAsync(2);
    }
}
