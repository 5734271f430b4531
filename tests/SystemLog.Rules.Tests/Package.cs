using System.Reflection;
using System.Xml.Linq;

namespace SystemLog.Rules.Tests;

/// <summary>One project of src: what it says of itself, what it refers to, what it was built to.</summary>
internal sealed class Package(string projectFile)
{
    private readonly XDocument _project = XDocument.Load(projectFile);

    public string Name { get; } = Path.GetFileNameWithoutExtension(projectFile);

    /// <summary>The folder, from the root of the repository.</summary>
    public string Folder { get; } = Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(projectFile)!).Replace('\\', '/');

    public string RootNamespace => Property("RootNamespace") ?? Name;

    public Assembly Assembly => Assembly.Load(new AssemblyName(Name));

    /// <summary>The XML documentation the compiler wrote beside the assembly.</summary>
    public XDocument Documentation => XDocument.Load(Path.Combine(AppContext.BaseDirectory, Name + ".xml"));

    public IEnumerable<string> Sources => Repository.Files(Folder, ".cs");

    public IReadOnlyList<string> ProjectReferences => [.. Items("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public IReadOnlyList<string> PackageReferences => [.. Items("PackageReference")];

    public string? Property(string name) => _project.Descendants(name).FirstOrDefault()?.Value;

    public override string ToString() => Name;

    private IEnumerable<string> Items(string kind) => _project.Descendants(kind).Select(item => item.Attribute("Include")?.Value).OfType<string>();
}
