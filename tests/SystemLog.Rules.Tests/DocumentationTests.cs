using System.Reflection;

namespace SystemLog.Rules.Tests;

public sealed class DocumentationTests
{
    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Everything_public_is_documented(string package)
    {
        var documented = Repository.Package(package).Documentation.Descendants("member")
            .Select(member => member.Attribute("name")!.Value.Split('(')[0]).ToHashSet();

        var types = PublicApi.TypesOf(Repository.Package(package).Assembly).ToList();
        var missing = types.Where(type => !PublicApi.IsComponent(type)).Select(type => "T:" + NameOf(type))
            .Concat(types.SelectMany(PublicApi.VisibleMembers).Where(member => !IsImplicit(member)).Select(Id))
            .Where(id => !documented.Contains(id));

        missing.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_summary_says_something_and_ends_with_a_full_stop(string package)
    {
        var types = PublicApi.TypesOf(Repository.Package(package).Assembly).Select(NameOf).ToList();
        var summaries =
            from summary in Repository.Package(package).Documentation.Descendants("summary")
            let name = summary.Parent!.Attribute("name")!.Value[2..]
            where types.Exists(type => name == type || name.StartsWith(type + ".", StringComparison.Ordinal))
            select (Name: name, Text: summary.Value.Trim());

        var unfinished = summaries.Where(summary => summary.Text.Length < 2 || !summary.Text.EndsWith('.'));

        unfinished.Should().BeEmpty();
    }

    private static string Id(MemberInfo member)
    {
        var kind = member switch { PropertyInfo => 'P', FieldInfo => 'F', EventInfo => 'E', _ => 'M' };
        var name = member is ConstructorInfo ? "#ctor" : member.Name;
        var arity = member is MethodInfo { IsGenericMethod: true } method ? $"``{method.GetGenericArguments().Length}" : "";
        return $"{kind}:{NameOf(member.DeclaringType!)}.{name}{arity}";
    }

    /// <summary>What the compiler makes by itself, and the parts of a case of a closed family, which its own summary tells of.</summary>
    private static bool IsImplicit(MemberInfo member) => member switch
    {
        PropertyInfo { DeclaringType: { IsNested: true } type } =>
            type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(part => part.Name == member.Name),
        ConstructorInfo constructor => constructor.GetParameters().Length == 0,
        MethodInfo method => method.Name is "Equals" or "GetHashCode" or "PrintMembers" or "Deconstruct",
        _ => false,
    };

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');
}
