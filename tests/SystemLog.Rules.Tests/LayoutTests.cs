using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SystemLog.Rules.Tests;

public sealed partial class LayoutTests
{
    private const int LongestFile = 400;

    private static readonly string[] FoldersForLeftovers =
        ["Common", "Models", "Helpers", "Services", "Extensions", "Interfaces", "Managers", "Utils", "Utilities", "Misc", "Shared"];

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var strays =
            from package in Repository.Packages
            from file in package.Sources
            let expected = package.RootNamespace + Path.GetDirectoryName(file)!.Replace('\\', '/')[package.Folder.Length..].Replace('/', '.')
            let actual = Namespace().Match(Repository.Read(file)).Groups["name"].Value
            where actual.Length > 0 && actual != expected && !IsExtensionOfTheHost(package, file, actual)
            select $"{file} is in {actual}";

        strays.Should().BeEmpty();
    }

    [Fact]
    public void No_type_and_no_folder_is_named_for_whatever_was_left_over()
    {
        var types = Repository.Packages.SelectMany(package => package.Assembly.GetTypes())
            .Where(type => Leftover().IsMatch(type.Name)).Select(type => type.FullName!);
        var folders = Repository.Files("src", ".cs", ".razor").Where(file => file.Split('/')[..^1].Any(FoldersForLeftovers.Contains));

        types.Concat(folders).Should().BeEmpty();
    }

    [Fact]
    public void No_file_is_too_long_to_be_read_in_one_go()
    {
        var tooLong = Repository.Files("src", ".cs", ".razor").Where(file => Repository.Lines(file).Length > LongestFile);

        tooLong.Should().BeEmpty("at most {0} lines", LongestFile);
    }

    [Fact]
    public void No_file_has_regions_or_turns_a_warning_off()
    {
        var marked = Repository.Files("src", ".cs", ".razor", ".csproj").Where(file => Marks().IsMatch(Repository.Read(file)));

        marked.Should().BeEmpty("a rule that is wrong for us is settled once, in .editorconfig, with its reason");
    }

    [Fact]
    public void Time_comes_from_TimeProvider_and_no_test_sleeps()
    {
        var here = $"tests/{typeof(LayoutTests).Namespace}/";
        var files = ((string[])["src", "tests", "samples"]).SelectMany(folder => Repository.Files(folder, ".cs", ".razor"))
            .Where(file => !file.StartsWith(here, StringComparison.Ordinal));

        var clocks =
            from file in files
            let rule = file.StartsWith("tests/", StringComparison.Ordinal) && file.Contains(".Tests/", StringComparison.Ordinal) ? ClockOrSleep() : Clock()
            where rule.IsMatch(Repository.Read(file))
            select file;

        clocks.Should().BeEmpty();
    }

    [Fact]
    public void The_build_bans_the_wall_clock()
    {
        Repository.Read("BannedSymbols.txt").Should()
            .ContainAll("DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Thread.Sleep");
        Repository.Read("Directory.Build.props").Should().Contain("BannedSymbols.txt").And.Contain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
    }

    /// <summary>
    /// Methods that a host finds without a using line stand where it looks: in the namespace of what they extend, or, for the set-up, in
    /// one of Microsoft's that every web project uses.
    /// </summary>
    private static bool IsExtensionOfTheHost(Package package, string file, string actual) =>
        file.EndsWith("Extensions.cs", StringComparison.Ordinal)
        && (actual.StartsWith("Microsoft.", StringComparison.Ordinal)
            || NamespacesExtended(package.Assembly.GetType($"{actual}.{Path.GetFileNameWithoutExtension(file)}")).SequenceEqual([actual]));

    private static IEnumerable<string?> NamespacesExtended(Type? extensions) =>
        (extensions?.GetMethods() ?? []).Where(method => method.IsDefined(typeof(ExtensionAttribute), inherit: false))
            .Select(method => method.GetParameters()[0].ParameterType.Namespace).Distinct();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?:Manager|Helpers?|Utils?|Utility|Common)(?:`\d)?$")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^\s*#(?:region|pragma warning)|<NoWarn>|\[(?:assembly: )?SuppressMessage", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bDateTime\.Today\b|\bEnvironment\.TickCount|\bThread\.Sleep\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bDateTime\.Today\b|\bEnvironment\.TickCount|\bThread\.Sleep\b|\bTask\.Delay\b")]
    private static partial Regex ClockOrSleep();
}
