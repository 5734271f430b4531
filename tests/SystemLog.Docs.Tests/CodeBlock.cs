using System.Text.RegularExpressions;

namespace SystemLog.Docs.Tests;

/// <summary>One block of C# on a page, with what the page gives it: the using lines of the blocks above, and members no reader sees.</summary>
/// <remarks>
/// A block that uses what only a shop's own project has stands below an HTML comment: <c>given</c> on its first line, then static members
/// and types. It holds for the rest of the page.
/// </remarks>
internal sealed partial record CodeBlock(string Page, int Line, string Code, string Given, IReadOnlyList<string> Usings)
{
    public static IEnumerable<CodeBlock> Of(string page, string text)
    {
        var given = "";
        var usings = new List<string>();
        foreach (Match match in GivenOrBlock().Matches(text))
        {
            if (match.Groups["given"].Success)
            {
                given += match.Groups["given"].Value;
                continue;
            }

            var code = match.Groups["code"].Value;
            yield return new(page, text[..match.Index].Count(c => c == '\n') + 1, code, given, [.. usings]);
            usings.AddRange(UsingLine().Matches(code).Select(line => line.Value).Where(line => !usings.Contains(line)));
        }
    }

    public override string ToString() => $"{Page}:{Line}";

    [GeneratedRegex(@"^<!-- given\n(?<given>.*?)^-->$|^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex GivenOrBlock();

    [GeneratedRegex(@"^using [\w.]+;", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
