using System.Globalization;
using System.Text.RegularExpressions;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Issues;

namespace SystemLog.Tests.Digests;

public sealed partial class DigestMailTests
{
    public static TheoryData<string> AllLanguages => [.. Languages.Complete];

    [Fact]
    public async Task The_text_says_first_how_many_then_which_then_what_was_solved()
    {
        await using var shop = await FjordAndFoss.OpenOnABusyMorningAsync();
        await shop.DropAsync(Sources.Vipps, 1_400, FjordAndFoss.Now.AddHours(-3));

        var mail = Written(await shop.ReadAsync(FjordAndFoss.Yesterday, FjordAndFoss.Panel), "en-GB");

        mail.Subject.Should().Be("7 orders need attention · Fjord & Foss");
        mail.Text.Replace('\u00A0', ' ').Should().Be(
            """
            7 orders need attention
            Fjord & Foss · Friday 20 November 2026, 08:00

            New since last time (19 Nov, 08:00): 2

            Open the system log
            https://admin.fjordogfoss.example/systemlog

            What it is about
            ----------------

            4 orders  The reservation has expired
                      Klarna · Capture · since 3 Nov

             1 order  Something is missing
                      Tripletex · Z-report transfer · since 18 Nov

             1 order  No answer in time
                      Vipps · Refund · since 20 Nov

             1 order  The customer has unsubscribed
                      Mailchimp · Audience sync · since 20 Nov

            Waiting longest
            ---------------

            Order 104801
              The reservation has expired
              Klarna · Capture · since 3 Nov, 08:00
              https://admin.fjordogfoss.example/systemlog/issues/1-00000000000000000000000000000001

            Order 104802
              The reservation has expired
              Klarna · Capture · since 11 Nov, 08:00
              https://admin.fjordogfoss.example/systemlog/issues/1-00000000000000000000000000000002

            Order 104803
              The reservation has expired
              Klarna · Capture · since 16 Nov, 08:00
              https://admin.fjordogfoss.example/systemlog/issues/1-00000000000000000000000000000003

            Order 104804
              The reservation has expired
              Klarna · Capture · since 17 Nov, 08:00
              https://admin.fjordogfoss.example/systemlog/issues/1-00000000000000000000000000000004

            Z-report 2026-11-18
              Something is missing
              Tripletex · Z-report transfer · since 18 Nov, 08:00
              https://admin.fjordogfoss.example/systemlog/issues/1-00000000000000000000000000000005

            Solved since last time
            ----------------------
            3 orders solved by Kari Nordmann and Ola Hansen
            1 order solved itself: a later try succeeded

            Counted, not shown
            ------------------
            Some reports since last time could only be counted, not shown:
            Vipps: 1,400 in all, the last on 20 Nov, 05:00

            ________________________________________________________________________

            You get this mail because your address is among the recipients of the
            summary mail for Fjord & Foss. It can be changed or turned off under
            Settings in the system log.
            https://admin.fjordogfoss.example/systemlog/settings

            """);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Text_and_HTML_say_the_same_in_every_language(string language)
    {
        await using var shop = await FjordAndFoss.OpenOnABusyMorningAsync();
        await shop.DropAsync(Sources.Vipps, 1_400, FjordAndFoss.Now.AddHours(-3));

        var mail = Written(await shop.ReadAsync(FjordAndFoss.Yesterday, FjordAndFoss.Panel), language);

        mail.Language.Should().Be(language);
        mail.Html.Should().StartWith($"<!doctype html>\n<html lang=\"{language}\"");
        Words(mail.Text).Order(StringComparer.Ordinal).Should().Equal(Words(Visible(mail.Html)).Order(StringComparer.Ordinal));
        Addresses().Matches(mail.Html).Select(match => match.Groups["address"].Value).Should().Contain(
            Words(mail.Text, addresses: true).Where(word => word.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task No_line_of_the_text_is_longer_than_72_characters_but_for_addresses(string language)
    {
        await using var shop = await FjordAndFoss.OpenOnABusyMorningAsync();
        await shop.FailAsync(new string('s', 64), new string('o', 64), Cause.Timeout, 40);
        await shop.FailAsync("A source of many words " + new string('s', 40), "an operation of many words", Cause.VatOrAccountSetup, 41);

        var lines = Written(await shop.ReadAsync(FjordAndFoss.Yesterday, FjordAndFoss.Panel), language).Text.Split('\n');

        lines.Where(line => line.Length > 72 && line.Trim().Contains(' ', StringComparison.Ordinal)).Should().BeEmpty();
        lines.Where(line => line.EndsWith(' ')).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, "en", "Nothing needs attention · Fjord & Foss")]
    [InlineData(1, "en", "1 order needs attention · Fjord & Foss")]
    [InlineData(2, "en", "2 orders need attention · Fjord & Foss")]
    [InlineData(0, "nb", "Ingenting trenger oppfølging · Fjord & Foss")]
    [InlineData(1, "nb", "1 ordre trenger oppfølging · Fjord & Foss")]
    [InlineData(2, "nn-NO", "2 ordrer trenger oppfølging · Fjord & Foss")]
    [InlineData(0, "da", "Der er ikke noget at følge op på · Fjord & Foss")]
    [InlineData(1, "da", "1 ordre skal følges op · Fjord & Foss")]
    [InlineData(2, "da", "2 ordrer skal følges op · Fjord & Foss")]
    [InlineData(0, "fi", "Mikään ei vaadi huomiota · Fjord & Foss")]
    [InlineData(1, "fi", "1 tilaus vaatii huomiota · Fjord & Foss")]
    [InlineData(2, "fi", "2 tilausta vaatii huomiota · Fjord & Foss")]
    [InlineData(0, "fr", "Rien ne vous attend · Fjord & Foss")]
    [InlineData(1, "fr", "1 commande a besoin de vous · Fjord & Foss")]
    [InlineData(2, "fr", "2 commandes ont besoin de vous · Fjord & Foss")]
    [InlineData(0, "sv", "Inget behöver följas upp · Fjord & Foss")]
    [InlineData(1, "sv", "1 order behöver följas upp · Fjord & Foss")]
    [InlineData(2, "sv", "2 ordrar behöver följas upp · Fjord & Foss")]
    [InlineData(2, "de", "2 orders need attention · Fjord & Foss")]
    public void The_subject_says_the_fact(int untreated, string culture, string subject)
    {
        Written(Content(new() { Untreated = untreated }), culture).Subject.Should().Be(subject);
    }

    [Fact]
    public void A_number_is_written_as_the_culture_writes_it()
    {
        Written(Content(new() { Untreated = 12_345 }), "nb-NO").Subject.Should().StartWith("12\u00A0345 ordrer");
        Written(Content(new() { Untreated = 12_345 }), "en").Subject.Should().StartWith("12,345 orders");
    }

    [Fact]
    public async Task The_first_summary_tells_of_nothing_new_and_nothing_solved()
    {
        await using var shop = await FjordAndFoss.OpenOnABusyMorningAsync();

        var text = Written(await shop.ReadAsync(since: null), "en").Text;

        text.Should().StartWith("7 orders need attention").And.NotContainAny("last time", "solved");
    }

    [Fact]
    public void A_mail_with_nothing_to_do_says_so_and_no_more()
    {
        var mail = Written(Content(new() { Untreated = 0 }), "en");

        mail.Text.Should().StartWith(
            """
            Nothing needs attention
            Fjord & Foss · Friday 20 November 2026, 08:00

            No orders are waiting in the system log. Have a good day.

            ____
            """);
        Visible(mail.Html).Should().Contain("Have a good day.").And.NotContain("last time");
    }

    [Fact]
    public void A_mail_with_nothing_to_do_still_tells_what_was_solved()
    {
        var text = Written(Content(new() { Untreated = 0, SolvedBySystem = 2 }), "en").Text;

        text.Should().Contain("2 orders solved themselves: a later try succeeded");
    }

    [Fact]
    public async Task Without_an_address_of_the_panel_there_is_no_link()
    {
        await using var shop = await FjordAndFoss.OpenOnABusyMorningAsync();

        var mail = Written(await shop.ReadAsync(FjordAndFoss.Yesterday, panel: null), "nb");

        mail.Html.Should().NotContainAny("<a", "href", "Åpne systemloggen");
        mail.Text.Should().NotContainAny("http", "Åpne systemloggen").And.Contain("under\nInnstillinger i systemloggen.");
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "Ada")]
    [InlineData(2, "Ada and Bo")]
    [InlineData(3, "Ada, Bo and Cy")]
    [InlineData(4, "Ada, Bo, Cy and 1 other")]
    [InlineData(9, "Ada, Bo, Cy and 6 others")]
    public void Those_who_solved_are_named_and_the_rest_counted(int solvers, string names)
    {
        Actor[] people = [.. ((string[])["Ada", "Bo", "Cy"]).Take(solvers).Select(name => new Actor(name, name))];

        var text = Written(Content(new() { Untreated = 1, SolvedByPeople = 30, Solvers = people, SolversInAll = solvers }), "en").Text;

        text.Should().Contain($"30 orders solved by {names}".TrimEnd() + "\n");
    }

    [Fact]
    public async Task An_order_with_several_causes_is_explained_where_the_counts_do_not_add_up()
    {
        const string Explained = "An order with several causes is counted under each of them.";
        await using var shop = await FjordAndFoss.OpenAsync();
        var first = await shop.FailAsync(Sources.Klarna, Operations.Capture, Cause.Timeout, 1);
        var before = Written(await shop.ReadAsync(null), "en").Text;
        await shop.FailAsync(Sources.Tripletex, Operations.OrderTransfer, Cause.MissingData, 1, first.Grouping.Subject);

        var after = Written(await shop.ReadAsync(null), "en").Text;

        before.Should().NotContain(Explained);
        after.Should().StartWith("1 order needs attention").And.Contain(Explained);
    }

    [Fact]
    public async Task Of_two_hundred_causes_twenty_are_told_and_the_mail_is_not_cut_by_the_mail_program()
    {
        await using var shop = await FjordAndFoss.OpenAsync();
        for (var i = 0; i < 200; i++)
        {
            await shop.FailAsync(new string('s', 60) + i, new string('o', 64), Cause.Timeout, i);
        }

        var mail = Written(await shop.ReadAsync(FjordAndFoss.Yesterday, FjordAndFoss.Panel), "nb");

        mail.Subject.Should().StartWith("200 ordrer");
        mail.Text.Should().Contain("og 180 årsaker til");
        Regex.Count(mail.Text, "1 ordre ").Should().Be(20);
        Regex.Count(mail.Html, "/issues/1-").Should().Be(5);
        mail.Html.Length.Should().BeLessThan(100 * 1024, "Gmail cuts what is longer than 102 kB");
    }

    private static DigestContent Content(IssueSummary issues) => new()
    {
        Shop = "Fjord & Foss",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"),
        Now = FjordAndFoss.Now,
        Since = FjordAndFoss.Yesterday,
        Issues = issues,
    };

    private static DigestMail Written(DigestContent content, string culture) =>
        new DigestWriter(FjordAndFoss.Catalogue).Write(content, CultureInfo.GetCultureInfo(culture));

    /// <summary>What a reader sees of the HTML part.</summary>
    private static string Visible(string html) =>
        System.Net.WebUtility.HtmlDecode(Tags().Replace(Hidden().Replace(html, " "), match => match.Value.StartsWith("<a", StringComparison.Ordinal) || match.Value == "</a>" ? "" : " "));

    private static IEnumerable<string> Words(string text, bool addresses = false) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word =>
            !word.All(c => c is '-' or '_') && (addresses || !word.StartsWith("https:", StringComparison.Ordinal)));

    [GeneratedRegex("<head>.*</head>|<div style=\"display:none.*?</div>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("href=\"(?<address>[^\"]*)\"")]
    private static partial Regex Addresses();
}
