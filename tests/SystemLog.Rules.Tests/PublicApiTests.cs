using System.Reflection;

namespace SystemLog.Rules.Tests;

public sealed class PublicApiTests
{
    private const string Approve = "SYSTEMLOG_APPROVE";

    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_a_host_can_see_is_what_was_approved(string package)
    {
        var approved = Path.Combine(Repository.Root, "tests", "SystemLog.Rules.Tests", "PublicApi", package + ".txt");
        var actual = PublicApi.Of(Repository.Package(package).Assembly);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(approved, actual);
        }

        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";

        Difference(expected, actual).Should().BeEmpty(
            "a change of the public API is made on purpose: '{0}=1 dotnet test tests/SystemLog.Rules.Tests' writes it to PublicApi/{1}.txt", Approve, package);
    }

    [Fact]
    public void Every_approved_file_belongs_to_a_package()
    {
        var files = Repository.Files("tests/SystemLog.Rules.Tests/PublicApi", ".txt").Select(Path.GetFileNameWithoutExtension);

        files.Should().BeSubsetOf(Repository.Packages.Select(package => package.Name));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_public_class_is_sealed_static_or_the_head_of_a_closed_family(string package)
    {
        var open = PublicApi.TypesOf(Repository.Package(package).Assembly).Where(type => type.IsClass && IsOpen(type)).Select(type => type.FullName);

        open.Should().BeEmpty("a host that derives from our class would bind us to how it works inside");
    }

    private static bool IsOpen(Type type) => type switch
    {
        { IsSealed: true } => false,
        { IsAbstract: true } => Constructors(type).Any(constructor => !constructor.IsPrivate && !constructor.IsFamilyAndAssembly && !constructor.IsAssembly),
        // The Razor compiler leaves every component open.
        _ => !PublicApi.IsComponent(type),
    };

    // The copy constructor of an abstract record is protected; deriving takes another one.
    private static IEnumerable<ConstructorInfo> Constructors(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters() is not [{ } single] || single.ParameterType != type);

    private static IEnumerable<string> Difference(string expected, string actual)
    {
        var before = Entries(expected);
        var after = Entries(actual);
        return [.. before.Except(after).Select(line => "- " + line), .. after.Except(before).Select(line => "+ " + line)];
    }

    /// <summary>Every member with its type before it, so that a difference can be read alone.</summary>
    private static List<string> Entries(string api)
    {
        var type = "";
        var entries = new List<string>();
        foreach (var line in api.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line.StartsWith(' ') ? type : line;
            entries.Add(line.StartsWith(' ') ? $"{type} | {line.Trim()}" : line);
        }

        return entries;
    }
}
