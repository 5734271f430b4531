namespace SystemLog.AspNetCore.Orders;

/// <summary>Breaks the label of a status into lines, since text in a drawing does not.</summary>
internal static class PathLabel
{
    /// <summary>Returns at most <paramref name="most"/> lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string label, int width, int most)
    {
        var lines = new List<string> { "" };
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (longer.Length <= width || lines[^1].Length == 0)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        var shown = lines.Take(most).Select(line => Cut(line, width)).ToList();
        if (lines.Count > most)
        {
            // The word that did not fit is what makes the line too long, so that it is cut.
            shown[^1] = Cut($"{lines[most - 1]} {lines[most]}", width);
        }

        return shown;
    }

    private static string Cut(string line, int width) => line.Length <= width ? line : line[..(width - 1)].TrimEnd() + "…";
}
