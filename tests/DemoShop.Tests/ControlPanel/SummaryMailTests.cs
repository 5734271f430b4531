using System.Text.Json;
using DemoShop.Tests.Browsing;
using Microsoft.Playwright;

namespace DemoShop.Tests.ControlPanel;

/// <summary>The summary mail that the merchant turned on in the morning, where it arrives.</summary>
public sealed class SummaryMailTests(BrowsedDemo demo) : IClassFixture<BrowsedDemo>
{
    [Fact]
    public async Task The_mail_of_the_day_stands_in_the_mailbox_once_and_leads_back_to_the_panel()
    {
        await using var visit = await demo.VisitAsync(Who.Merchant);
        using var http = new HttpClient();

        using var mails = JsonDocument.Parse(await http.GetStringAsync($"{demo.Mailbox}.json", TestContext.Current.CancellationToken));
        var mail = mails.RootElement.EnumerateArray().Single(mail => mail.GetProperty("html").ValueKind == JsonValueKind.String);
        var text = mail.GetProperty("text").GetString()!;
        var order = text.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("Order ", StringComparison.Ordinal));
        var link = text.Split('\n').Select(line => line.Trim()).First(line => line.Contains("/issues/", StringComparison.Ordinal));
        await visit.Page.GotoAsync(link);

        mail.GetProperty("to")[0].GetString().Should().Be("ingrid@fjordstrikk.example.no");
        mail.GetProperty("subject").GetString().Should().MatchRegex("^[1-9][0-9]? orders need attention · Fjordstrikk$");
        mail.GetProperty("html").GetString().Should().Contain(order);
        await Assertions.Expect(visit.Page.Locator(".advice .lead")).ToBeVisibleAsync();
    }
}
