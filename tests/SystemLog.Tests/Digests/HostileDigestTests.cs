using System.Globalization;
using System.Text.RegularExpressions;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Issues;

namespace SystemLog.Tests.Digests;

public sealed class HostileDigestTests
{
    private const string Hostile = "\"><script>alert('1')</script>\r\nBcc: all@example.com\u2028\u0085\0\u202Etxt.exe\u2066 {0} & \uD800";

    [Fact]
    public void Text_from_outside_is_encoded_wherever_it_stands()
    {
        var html = Mail().Html;

        html.Should().NotContainAny("<script", "alert('", "\u202E", "\u2066", "\u2028", "\0");
        Regex.Count(html, "&lt;script&gt;").Should().BeGreaterThan(10);
    }

    [Fact]
    public void Text_from_outside_adds_no_line_to_the_text_part()
    {
        Mail().Text.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("Bcc", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains('\u202E', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void The_subject_is_one_line_of_bounded_length()
    {
        var subject = Mail(shop: Hostile + new string('x', 5_000)).Subject;

        subject.Should().NotContainAny("\r", "\n", "\u2028", "\u0085", "\0", "\u202E").And.EndWith("…");
        subject.Length.Should().BeLessThan(150);
    }

    [Theory]
    [InlineData("plain", 10, "plain")]
    [InlineData("  two\r\n \tlines ", 20, "two lines")]
    [InlineData("one word too many", 8, "one wor…")]
    [InlineData("ends in a gap", 8, "ends in…")]
    [InlineData("abc😀def", 5, "abc…")]
    [InlineData("\u202Eabc", 10, "\uFFFDabc")]
    [InlineData("", 10, "")]
    public void A_text_is_one_line_cut_between_characters(string text, int length, string line)
    {
        OneLine.Of(text, length).Should().Be(line);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/")]
    [InlineData("/systemlog")]
    public void A_panel_that_a_mail_cannot_link_to_is_refused(string address)
    {
        var content = Content("Shop") with { Panel = new Uri(address, UriKind.RelativeOrAbsolute) };

        var write = () => Written(content);

        write.Should().Throw<ArgumentException>().WithMessage($"*{address}*must begin with https://*");
    }

    [Fact]
    public void A_link_keeps_the_panels_own_query_and_escapes_what_it_adds()
    {
        var links = new PanelLinks(new Uri("https://admin.example/a%20b/systemlog/?shop=main"));

        links.Overview.Should().Be("https://admin.example/a%20b/systemlog?shop=main");
        links.Settings.Should().Be("https://admin.example/a%20b/systemlog/settings?shop=main");
        links.Cause(CauseOf("A&B\"", "x y")).Should().Be(
            "https://admin.example/a%20b/systemlog/?source=A%26B%22&operation=x%20y&cause=Timeout&shop=main");
    }

    private static DigestMail Mail(string shop = Hostile) => Written(Content(shop));

    private static DigestMail Written(DigestContent content) =>
        new DigestWriter(FjordAndFoss.Catalogue).Write(content, CultureInfo.GetCultureInfo("en"));

    private static DigestContent Content(string shop) => new()
    {
        Shop = shop,
        Zone = TimeZoneInfo.Utc,
        Now = FjordAndFoss.Now,
        Since = FjordAndFoss.Yesterday,
        Panel = FjordAndFoss.Panel,
        Dropped = [new("main", Hostile, DropReason.NotStorable, 1, FjordAndFoss.Now)],
        Issues = new()
        {
            Untreated = 1,
            Causes = [CauseOf(Hostile, Hostile)],
            CausesInAll = 1,
            Oldest =
            [
                new()
                {
                    Subject = new(Hostile[..32], Hostile), Since = FjordAndFoss.Yesterday, Issue = Fingerprint.Parse($"1-{0:x32}"), Source = Hostile,
                    Operation = Hostile, Cause = Cause.MissingData, Values = Values,
                },
            ],
            SolvedByPeople = 1,
            Solvers = [new("u", Hostile)],
            SolversInAll = 1,
        },
    };

    private static Dictionary<string, string> Values => new() { ["field"] = Hostile };

    private static CauseSummary CauseOf(string source, string operation) => new()
    {
        Source = source, Operation = operation, Cause = Cause.Timeout, Values = Values, Subjects = 1, Since = FjordAndFoss.Yesterday,
    };
}
