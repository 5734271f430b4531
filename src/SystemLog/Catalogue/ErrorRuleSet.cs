using System.Reflection;
using System.Text.Json;
using SystemLog.Catalogue.Rules;

namespace SystemLog.Catalogue;

/// <summary>The rules of one source: what its errors mean, as data.</summary>
public sealed class ErrorRuleSet
{
    /// <summary>The source of rules that hold for every provider.</summary>
    public const string AnySource = "*";

    private ErrorRuleSet(RuleFile file)
    {
        RuleForm.ThrowIfWrong(file);
        Source = Aliases.Source(file.Source);
        InFileOrder = [.. file.WithTexts().Select(entry => new ErrorRule(entry))];
        Rules = [.. InFileOrder.OrderBy(rule => rule.Rank)];
    }

    private ErrorRuleSet(ErrorRuleSet same, RulePlacement placement)
    {
        (Source, InFileOrder, Rules) = (same.Source, same.InFileOrder, same.Rules);
        Placement = placement;
    }

    /// <summary>Gets the source whose errors the rules explain; <see cref="AnySource"/> for all.</summary>
    public string Source { get; }

    /// <summary>Gets where the rules stand among those of others.</summary>
    public RulePlacement Placement { get; }

    /// <summary>Gets the ids of the rules in the order in which they are tried.</summary>
    public IReadOnlyList<string> Ids => [.. Rules.Select(rule => rule.Id)];

    /// <summary>Gets the rules for every provider: HTTP statuses, transport failures, common words.</summary>
    public static ErrorRuleSet General { get; } = FromResource(typeof(ErrorRuleSet).Assembly, "general.rules.json");

    internal IReadOnlyList<ErrorRule> Rules { get; }

    internal IReadOnlyList<ErrorRule> InFileOrder { get; }

    /// <summary>Reads rules from JSON; the format is in docs/catalogue.md.</summary>
    /// <exception cref="FormatException">
    /// The JSON is not a rule file, names a cause that does not exist, or has a rule without a condition, with an empty fragment, with an
    /// id that stands twice or with a placeholder that is left open.
    /// </exception>
    public static ErrorRuleSet Read(Stream json)
    {
        try
        {
            return new(JsonSerializer.Deserialize(json, RuleFileJson.Default.RuleFile)
                ?? throw new FormatException("The rule file is empty."));
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The rule file cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Reads rules from a JSON file; the format is in docs/catalogue.md.</summary>
    /// <exception cref="FormatException">The file is not a rule file; the message names the file and the fault.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ErrorRuleSet FromFile(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return Read(file);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>Makes a set of rules written in code.</summary>
    /// <param name="source">The source whose errors they explain, known to SystemLog or not; <see cref="AnySource"/> for all.</param>
    /// <param name="rules">The rules, tried in this order within what names structure, what names only words.</param>
    /// <exception cref="FormatException">A rule has no condition, an empty fragment, an id that stands twice or a placeholder left open.</exception>
    public static ErrorRuleSet Of(string source, params IEnumerable<CustomErrorRule> rules) => new(RuleFile.Of(source, rules));

    /// <summary>Reads rules embedded in an assembly.</summary>
    /// <exception cref="ArgumentException">The assembly has no such resource.</exception>
    /// <exception cref="FormatException">The resource is not a rule file.</exception>
    public static ErrorRuleSet FromResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"'{assembly.GetName().Name}' embeds no '{name}'.", nameof(name));
        return Read(stream);
    }

    /// <summary>Returns the same rules at another place among those of others.</summary>
    public ErrorRuleSet At(RulePlacement placement) => new(this, placement);

    /// <summary>Returns what is wrong with the rules, in words; empty where nothing is. For the tests of whoever writes rules.</summary>
    /// <param name="parser">The parser of the source, which reads the examples; null where there is none.</param>
    public IReadOnlyList<string> Faults(IAnswerParser? parser = null) => [.. RuleCheck.Faults(this, parser)];
}
