namespace SystemLog.Catalogue.Rules;

/// <summary>What must hold of any rule, a host's too, for it to be used at all.</summary>
internal static class RuleForm
{
    /// <exception cref="FormatException">A rule is not sound; the message names it and the fault.</exception>
    public static void ThrowIfWrong(RuleFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Source))
        {
            throw new FormatException("The rules name no source.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Rules)
        {
            if (entry is null)
            {
                throw new FormatException("A rule is null.");
            }

            if (FaultOf(entry) is { } fault)
            {
                throw new FormatException($"Rule '{entry.Id}': {fault}");
            }

            if (!ids.Add(entry.Id))
            {
                throw new FormatException($"Rule '{entry.Id}' stands twice.");
            }
        }

        var withTexts = file.Rules.Where(entry => entry.Texts is not null).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        if (file.Rules.FirstOrDefault(entry => entry.TextsOf is { } same && (entry.Texts is not null || !withTexts.Contains(same))) is { } lost)
        {
            throw new FormatException($"Rule '{lost.Id}': it has texts of its own, or '{lost.TextsOf}' has none.");
        }
    }

    private static string? FaultOf(RuleFile.Entry entry)
    {
        var when = entry.When;
        return string.IsNullOrWhiteSpace(entry.Id) ? "it has no id."
            : Conditions(when).All(condition => condition is null) ? "it has no condition, and would match everything."
            : Conditions(when).Any(condition => condition is { Count: 0 }) ? "a condition is an empty list, and would match nothing."
            : Fragments(when).Any(string.IsNullOrWhiteSpace) ? "a fragment is empty, and would match everything."
            : Conditions(when).Any(condition => condition?.Any(one => one is null) == true) ? "a condition holds null."
            : when.Status?.FirstOrDefault(status => !IsStatus(status)) is { } status ? $"'{status}' is no status: write \"409\" or \"5xx\"."
            : entry.Capture?.Values.Any(capture => capture is null || capture.After.Any(string.IsNullOrEmpty) || capture.Until.Any(string.IsNullOrEmpty)) == true
                ? "a marker of a captured value is empty."
            : entry.Texts?.Values.Any(text => text is null || string.IsNullOrWhiteSpace(text.Title) || string.IsNullOrWhiteSpace(text.Advice)) == true
                ? "a title or an advice is empty."
            : null;
    }

    private static IEnumerable<IReadOnlyCollection<object>?> Conditions(RuleFile.Conditions when) =>
        [when.Code, when.Status, when.Operation, when.Field, when.Words, when.Failure?.Cast<object>().ToList(), .. when.Words ?? []];

    private static IEnumerable<string> Fragments(RuleFile.Conditions when) =>
        (when.Words ?? []).SelectMany(group => group).Concat(when.Without ?? []).Concat(when.Field ?? []);

    private static bool IsStatus(string status) =>
        status is [>= '1' and <= '9', _, _] && (status.EndsWith("xx", StringComparison.Ordinal) || status.All(char.IsAsciiDigit));
}
