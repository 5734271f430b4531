using System.Text.RegularExpressions;

namespace SystemLog.Rules.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("docs", ".md")
        .Concat(Repository.Files("src", ".md")).Concat(Repository.Files("samples", ".md"))
        .Concat(Directory.GetFiles(Repository.Root, "*.md").Select(file => Path.GetFileName(file)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var text = Code().Replace(Repository.Read(page), "");
        var links = Link().Matches(text).Concat(Source().Matches(text)).Select(match => match.Groups["target"].Value);

        var broken = links.Where(link => !link.Contains("://", StringComparison.Ordinal) && !Resolves(page, link));

        broken.Should().BeEmpty("{0} links to them", page);
    }

    [Fact]
    public void Every_page_is_reached_from_the_index()
    {
        var index = Repository.Read("docs/index.md");

        var lost = Repository.Files("docs", ".md").Select(page => page["docs/".Length..])
            .Where(page => page != "index.md" && !index.Contains($"({page})", StringComparison.Ordinal));

        lost.Should().BeEmpty();
    }

    private static bool Resolves(string page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(parts[0]));
        var file = Path.GetFullPath(Path.Combine(Repository.Root, target));
        if (parts.Length == 1 || !file.EndsWith(".md", StringComparison.Ordinal))
        {
            return File.Exists(file) || Directory.Exists(file);
        }

        return File.Exists(file)
            && Heading().Matches(Code().Replace(File.ReadAllText(file), "")).Any(match => Anchor(match.Groups["text"].Value) == parts[1]);
    }

    /// <summary>The anchor of a heading, as the forges make it.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:src|srcset|href)=""(?<target>[^""\s]+)""")]
    private static partial Regex Source();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
