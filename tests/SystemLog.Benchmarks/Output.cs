using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SystemLog.Benchmarks;

/// <summary>Writes the figures for people and for programs.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Returns one table per benchmark.</summary>
    public static string Markdown(IEnumerable<Figure> figures)
    {
        var text = new StringBuilder();
        foreach (var group in figures.GroupBy(figure => figure.Group, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"### {group.Key}\n\n| measured | figure | limit | kept |\n|---|---|---|---|\n");
            foreach (var figure in group)
            {
                var limit = figure.Limit is { } value ? $"{(figure.AtLeast ? "≥" : "≤")} {Number(value)} {figure.Unit}".TrimEnd() : "";
                var kept = figure.Kept switch { true => "yes", false => "**no**", null => "" };
                text.Append(CultureInfo.InvariantCulture, $"| {figure.Name} | {$"{Number(figure.Value)} {figure.Unit}".TrimEnd()} | {limit} | {kept} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Returns the figures as a JSON array.</summary>
    public static string Json(IEnumerable<Figure> figures) => JsonSerializer.Serialize(figures, s_json);

    private static string Number(double value) => value.ToString(value >= 1_000 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
