namespace SystemLog.Docs.Tests;

/// <summary>Reads the tables of a page.</summary>
internal static class MarkdownTable
{
    /// <summary>Returns the rows of the table whose first column has the heading, without the marks of code.</summary>
    public static IEnumerable<string[]> Rows(string page, string heading) =>
        page.Split('\n').SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray());

    /// <summary>Returns the first cells of those rows.</summary>
    public static IEnumerable<string> FirstCells(string page, string heading) => Rows(page, heading).Select(cells => cells[0]);
}
