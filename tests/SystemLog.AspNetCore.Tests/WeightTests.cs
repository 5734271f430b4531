using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Texts;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests;

public sealed class WeightTests
{
    private const int Limit = 60_000;

    public static TheoryData<string> Languages => [.. PanelTexts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_full_overview_with_all_its_files_weighs_at_most_sixty_kilobytes(string language)
    {
        await using var host = await PanelHost.StartAsync(new() { Services = services => services.AddSingleton<ISubjectSource, BelievableShop>() });
        await BelievableShop.SeedAsync(host, 120);
        using var kari = host.Browser(language: language);

        var page = await kari.GetAsync("/systemlog");
        var links = page.Links.Concat(page.Attribute("src")).Where(link => link.Contains("/assets/")).Distinct();
        var files = await Task.WhenAll(links.Select(link => kari.GetAsync(link, headers => headers.Add("Accept-Encoding", "gzip"))));

        var weights = files.Select(file => int.Parse(file.Headers["Content-Length"])).Append(Encoding.UTF8.GetByteCount(page.Html)).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(" + ", weights));
        page.Html.Split("name=\"id\"").Should().HaveCount(41);
        weights.Sum().Should().BeLessThanOrEqualTo(Limit, "the page itself comes uncompressed where the host compresses nothing");
    }
}
