using System.Text.Json;

namespace DemoShop.Tests.Browsing;

/// <summary>What stands in the sandbox's mailbox.</summary>
internal static class Mails
{
    /// <summary>Returns the subjects of the mails to an address that name an order, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> AboutAsync(BrowsedDemo demo, string order, string recipient)
    {
        using var http = new HttpClient();
        using var mails = JsonDocument.Parse(await http.GetStringAsync($"{demo.Mailbox}.json", TestContext.Current.CancellationToken));
        return
        [
            .. mails.RootElement.EnumerateArray()
                .Where(mail => mail.GetProperty("to").EnumerateArray().Any(to => to.GetString() == recipient))
                .Select(mail => mail.GetProperty("subject").GetString()!)
                .Where(subject => subject.Contains(order, StringComparison.Ordinal))
                .Reverse(),
        ];
    }

    /// <summary>Waits until a mail has come: it goes out within moments of what it tells of.</summary>
    public static async Task<IReadOnlyList<string>> UntilAsync(BrowsedDemo demo, string order, string recipient, string subject)
    {
        IReadOnlyList<string> come = [];
        for (var look = 0; look < 500 && !come.Contains(subject); look++)
        {
            come = await AboutAsync(demo, order, recipient);
        }

        return come;
    }
}
