using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SystemLog.AspNetCore.Settings;
using SystemLog.AspNetCore.Texts;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Issues;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Tests;

public sealed partial class TextTests
{
    public static TheoryData<string> Languages => [.. PanelTexts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_is_there_and_names_the_same_values_as_the_english_one(string language)
    {
        var english = All(PanelTexts.In(CultureInfo.GetCultureInfo("en")));

        var texts = All(PanelTexts.In(CultureInfo.GetCultureInfo(language)));

        texts.Keys.Should().BeEquivalentTo(english.Keys);
        texts.Where(text => string.IsNullOrWhiteSpace(text.Value)).Should().BeEmpty();
        texts.Where(text => Values(text.Value) != Values(english[text.Key])).Select(text => text.Key).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_the_vocabulary_has_a_text(string language)
    {
        var texts = PanelTexts.In(CultureInfo.GetCultureInfo(language));

        texts.Operations.Keys.Should().Contain(Operations.All);
        texts.Families.Keys.Should().Contain(Enum.GetNames<CauseFamily>());
        texts.Who.Keys.Should().Contain(Enum.GetNames<WhoMustAct>());
        texts.WhoShort.Keys.Should().Contain(Enum.GetNames<WhoMustAct>());
        texts.SolvedHow.Keys.Should().Contain(Enum.GetNames<SolvedHow>());
        texts.DropReasons.Keys.Should().Contain(Enum.GetNames<DropReason>());
        texts.Happened.Keys.Should().Contain(Enum.GetNames<TimelineKind>());
        texts.Work.States.Keys.Should().Contain(Enum.GetNames<WorkState>());
        texts.Work.Stands.Keys.Should().BeEquivalentTo(texts.Work.States.Keys);
        texts.Settings.Faults.Keys.Should().BeEquivalentTo(Enum.GetNames<DigestFaultKind>());
        texts.Settings.States.Keys.Should().BeEquivalentTo([.. texts.Work.States.Keys.Except([nameof(WorkState.Succeeded)]), .. Enum.GetNames<DigestEnd>(), SettingsWords.SentToSome]);
        texts.Work.Decisions.Keys.Should().Contain(Enum.GetNames<WorkDecisionKind>());
    }

    [Theory]
    [InlineData("nb-NO,nb;q=0.9,en;q=0.8", "Ordrer som trenger oppfølging")]
    [InlineData("no", "Ordrer som trenger oppfølging")]
    [InlineData("nn", "Ordrer som trenger oppfølging")]
    [InlineData("xx, en;q=0.5", "Orders that need a hand")]
    [InlineData("ja", "Orders that need a hand")]
    [InlineData("en;q=0.1, nb", "Ordrer som trenger oppfølging")]
    public async Task A_page_speaks_the_first_language_the_browser_asks_for_that_we_know(string accepted, string heading)
    {
        await using var host = await PanelHost.StartAsync();
        using var kari = host.Browser(language: accepted);

        (await kari.GetAsync("/systemlog")).Text.Should().Contain(heading);
    }

    [Fact]
    public async Task The_host_may_fix_the_language()
    {
        await using var host = await PanelHost.StartAsync(new() { Panel = options => options.Culture = "nb-NO" });
        using var kari = host.Browser(language: "en");

        (await kari.GetAsync("/systemlog")).Text.Should().Contain("Oversikt");
    }

    [Fact]
    public void Times_are_the_shops_and_money_is_the_cultures()
    {
        var norwegian = CultureInfo.GetCultureInfo("nb-NO");
        var format = new PanelFormat(norwegian, PanelTexts.In(norwegian), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"), BelievableShop.Now);

        format.Exact(BelievableShop.Now).Should().EndWith("08:12:00");
        format.Money(new Money(124_900, "NOK")).Replace('\u00A0', ' ').Should().BeOneOf("1 249,00 kr", "kr 1 249,00");
        format.Money(new Money(124_900, "EUR")).Replace('\u00A0', ' ').Should().Be("1 249,00 EUR");
        format.StartOf(new(2026, 11, 20)).Should().Be(new DateTimeOffset(2026, 11, 19, 23, 0, 0, TimeSpan.Zero));
    }

    private static Dictionary<string, string> All(PanelTexts texts) => Below("", texts).ToDictionary(text => text.Name, text => text.Text);

    private static IEnumerable<(string Name, string Text)> Below(string name, object texts) =>
        texts.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).SelectMany(property => property.GetValue(texts) switch
        {
            string text => [(name + property.Name, text)],
            IDictionary words => words.Keys.Cast<string>().Select(word => ($"{name}{property.Name}.{word}", (string)words[word]!)),
            { } group when property.PropertyType.Namespace == typeof(PanelTexts).Namespace => Below($"{name}{property.Name}.", group),
            _ => [],
        });

    private static string Values(string text) => string.Concat(Value().Matches(text).Select(match => match.Value).Order());

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Value();
}
