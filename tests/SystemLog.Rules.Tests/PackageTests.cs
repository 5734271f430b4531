using System.Text.RegularExpressions;

namespace SystemLog.Rules.Tests;

public sealed partial class PackageTests
{
    private static readonly string[] Headings = ["Use", "What it does", "Settings", "When it fails", "Data"];

    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_says_in_a_sentence_what_it_is(string package)
    {
        var description = Repository.Package(package).Property("Description");

        description.Should().NotBeNullOrWhiteSpace().And.EndWith(".");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_a_README_with_the_same_headings_as_all_others(string package)
    {
        var readme = CodeBlock().Replace(ReadmeOf(package), "");

        readme.Should().StartWith($"# {package}\n");
        SecondHeading().Matches(readme).Select(match => match.Groups["text"].Value.Trim()).Should().Equal(Headings);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_projects_README_lists_the_package(string package)
    {
        var links = Repository.Read("README.md").Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim());

        links.Should().Contain($"[{package}](src/{package}/README.md)");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_READMEs_settings_name_every_option(string package)
    {
        var readme = ReadmeOf(package);
        var settings = readme[readme.IndexOf("\n## Settings", StringComparison.Ordinal)..readme.IndexOf("\n## When it fails", StringComparison.Ordinal)];

        var options =
            from type in Repository.Package(package).Assembly.GetExportedTypes()
            where type.Name.EndsWith("Options", StringComparison.Ordinal) && !IsRecord(type)
            from property in type.GetProperties()
            select property.Name;

        options.Where(option => !settings.Contains($"`{option}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    // What comes with one call is no setting of the host.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static string ReadmeOf(string package)
    {
        var file = $"{Repository.Package(package).Folder}/README.md";
        File.Exists(Path.Combine(Repository.Root, file)).Should().BeTrue("{0} is shown where the package is found", file);
        return Repository.Read(file).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^## (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex SecondHeading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
