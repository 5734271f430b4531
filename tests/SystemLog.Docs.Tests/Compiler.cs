using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SystemLog.Docs.Tests;

/// <summary>Compiles a block as the SDK compiles a file of a web project that refers to every package.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Preview);

    private static readonly string[] UsingsOfTheWebSdk =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading",
        "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>The names every page uses without explaining them. A block that declares one itself hides it.</summary>
    private const string WellKnown = """
        public static WebApplicationBuilder builder = null!;
        public static WebApplication app = null!;
        public static global::SystemLog.Issues.IssueLog issues = null!;
        public static CancellationToken cancellationToken;
        """;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>Returns what the compiler holds against the block, with the line on its page; nothing when it compiles.</summary>
    public static IReadOnlyList<string> Errors(CodeBlock block)
    {
        var code = CSharpSyntaxTree.ParseText(block.Code, Syntax);
        var isProgram = code.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [code, CSharpSyntaxTree.ParseText(Surroundings(block), Syntax)],
            References.Value,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. errors.Select(error => Describe(error, block, code))];
    }

    /// <summary>What stands around a block: the page's usings, and members that its own declarations hide.</summary>
    private static string Surroundings(CodeBlock block) => $$"""
        {{string.Concat(UsingsOfTheWebSdk.Select(name => $"global using global::{name};\n"))}}
        {{string.Concat(block.Usings.Select(line => $"global {line}\n"))}}
        global using static WellKnown;
        global using static Given;

        public static class WellKnown { {{WellKnown}} }

        public static class Given { {{block.Given}} }
        """;

    private static string Describe(Diagnostic error, CodeBlock block, SyntaxTree code)
    {
        var line = block.Line + 1 + error.Location.GetLineSpan().StartLinePosition.Line;
        var place = error.Location.SourceTree == code ? $"{block.Page}:{line}" : $"around {block}";
        return $"{place}: {error.Id} {error.GetMessage()}";
    }
}
