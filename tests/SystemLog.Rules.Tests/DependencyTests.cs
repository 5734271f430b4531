using System.Text.RegularExpressions;

namespace SystemLog.Rules.Tests;

/// <summary>Dependencies point down only: between packages, and between the features of the core.</summary>
public sealed partial class DependencyTests
{
    private const string Core = "SystemLog";

    /// <summary>What a package may refer to. Those not named are adapters: the core, and what HTTP adapters share.</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["SystemLog"] = [],
        ["SystemLog.Relational"] = [Core],
        ["SystemLog.Sqlite"] = [Core, "SystemLog.Relational"],
        ["SystemLog.PostgreSql"] = [Core, "SystemLog.Relational"],
        ["SystemLog.EntityFrameworkCore"] = [Core, "SystemLog.Relational"],
        ["SystemLog.Http"] = [Core],
        ["SystemLog.AspNetCore"] = [Core],
        ["SystemLog.Testing"] = [Core, "SystemLog.Relational", "SystemLog.Sqlite"],
        ["SystemLog.Cli"] =
        [
            Core, "SystemLog.Vipps", "SystemLog.Klarna", "SystemLog.Adyen", "SystemLog.Tripletex", "SystemLog.Mailchimp", "SystemLog.Smtp",
            "SystemLog.Twilio",
        ],
    };

    private static readonly string[] OfAnAdapter = [Core, "SystemLog.Http"];

    /// <summary>What a feature of the core may use. The root may use all: it puts them together.</summary>
    private static readonly Dictionary<string, string[]> FeaturesBelow = new()
    {
        ["Diagnostics"] = [],
        ["Redaction"] = [],
        ["Storage"] = [],
        ["Subjects"] = [],
        ["Catalogue"] = ["Redaction"],
        ["Issues"] = ["Catalogue", "Diagnostics", "Redaction", "Storage", "Subjects"],
        ["Messages"] = ["Redaction", "Storage"],
        ["Digests"] = ["Catalogue", "Issues", "Messages", "Settings", "Storage", "Subjects", "Work"],
        ["Orders"] = ["Catalogue", "Issues", "Messages", "Redaction", "Settings", "Storage", "Subjects", "Timeline", "Work"],
        ["Timeline"] = ["Issues", "Storage", "Subjects"],
        ["Settings"] = ["Storage"],
        ["Work"] = ["Diagnostics", "Storage", "Subjects"],
    };

    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_refers_only_to_packages_below_it(string package)
    {
        var allowed = Below.GetValueOrDefault(package, OfAnAdapter);

        var named = Repository.Package(package).ProjectReferences;
        var used = Repository.Package(package).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Core, StringComparison.Ordinal));

        named.Concat(used).Should().BeSubsetOf(allowed);
    }

    [Fact]
    public void The_core_depends_on_abstractions_of_Microsoft_Extensions_and_nothing_else()
    {
        var foreign = Repository.Package(Core).PackageReferences.Where(name =>
            !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || !(name.EndsWith(".Abstractions", StringComparison.Ordinal) || name is "Microsoft.Extensions.Options"));

        foreign.Should().BeEmpty();
    }

    [Fact]
    public void A_feature_of_the_core_uses_only_the_features_below_it()
    {
        var upward =
            from file in Repository.Package(Core).Sources
            where file.Split('/').Length > 3
            let feature = file.Split('/')[2]
            from Match use in UseOfFeature().Matches(Repository.Read(file))
            let used = use.Groups["feature"].Value
            where used != feature && !FeaturesBelow.GetValueOrDefault(feature, []).Contains(used)
            select $"{file} uses {used}";

        upward.Should().BeEmpty("a thing that two features need belongs to the lower one; a new feature finds its place in FeaturesBelow");
    }

    [Fact]
    public void Features_do_not_use_each_other_in_a_circle()
    {
        var order = new List<string>();
        while (FeaturesBelow.Keys.Except(order).FirstOrDefault(feature => FeaturesBelow[feature].All(order.Contains)) is { } next)
        {
            order.Add(next);
        }

        order.Should().BeEquivalentTo(FeaturesBelow.Keys);
    }

    [Fact]
    public void Every_folder_of_the_core_has_its_place_among_the_features()
    {
        var folders = Repository.Package(Core).Sources.Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Distinct();

        folders.Should().BeSubsetOf(FeaturesBelow.Keys);
    }

    [GeneratedRegex(@"^\s*(?:global )?using (?:static |\w+ = )?SystemLog\.(?<feature>[A-Z]\w+)", RegexOptions.Multiline)]
    private static partial Regex UseOfFeature();
}
