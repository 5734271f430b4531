using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.Catalogue.Rules;

/// <summary>A file of rules as it stands in JSON.</summary>
internal sealed record RuleFile(string Source, IReadOnlyList<RuleFile.Entry> Rules)
{
    /// <summary>Writes rules made in code as they would stand in a file.</summary>
    public static RuleFile Of(string source, IEnumerable<CustomErrorRule> rules) => new(source, [.. rules.Select(EntryOf)]);

    /// <summary>Returns the rules, each with its texts, its own or those of the rule it names.</summary>
    public IEnumerable<Entry> WithTexts()
    {
        var byId = Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return Rules.Select(rule => rule.TextsOf is { } same ? rule with { Texts = byId[same].Texts } : rule);
    }

    private static Entry EntryOf(CustomErrorRule rule) => new()
    {
        Id = rule.Id,
        Cause = rule.Cause,
        Retryable = rule.Retryable,
        WhoMustAct = rule.WhoMustAct,
        When = new()
        {
            Code = NullIfEmpty(rule.Codes),
            Status = NullIfEmpty(rule.Statuses),
            Operation = NullIfEmpty(rule.Operations),
            Field = NullIfEmpty(rule.Fields),
            Words = NullIfEmpty(rule.Words),
            Without = NullIfEmpty(rule.Without),
        },
        Texts = rule.Texts.ToDictionary(text => text.Key, text => new Text(text.Value.Title, text.Value.Text), StringComparer.Ordinal),
    };

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    internal sealed record Entry
    {
        public required string Id { get; init; }

        public required Conditions When { get; init; }

        public required Cause Cause { get; init; }

        public bool Retryable { get; init; }

        public required WhoMustAct WhoMustAct { get; init; }

        /// <summary>Gets whether this is tried after every other rule of the provider: a code that says little by itself.</summary>
        public bool LastResort { get; init; }

        public IReadOnlyDictionary<string, Capture>? Capture { get; init; }

        /// <summary>Gets an error that must match the rule; a host may leave it out, our own rules may not.</summary>
        public Sample? Example { get; init; }

        /// <summary>Gets the texts by language; none where the cause's own texts say it.</summary>
        public IReadOnlyDictionary<string, Text>? Texts { get; init; }

        /// <summary>Gets the id of the rule in the same file that says the same.</summary>
        public string? TextsOf { get; init; }
    }

    /// <summary>What must hold, all of it; a list holds when one of its entries does.</summary>
    internal sealed record Conditions
    {
        public IReadOnlyList<string>? Code { get; init; }

        /// <summary>Gets statuses: "409", or "5xx" for a hundred of them.</summary>
        public IReadOnlyList<string>? Status { get; init; }

        public IReadOnlyList<string>? Operation { get; init; }

        /// <summary>Gets parts of the names of fields the provider complains about.</summary>
        public IReadOnlyList<string>? Field { get; init; }

        public IReadOnlyList<FailureKind>? Failure { get; init; }

        /// <summary>Gets groups of fragments; of each group at least one must stand in the words.</summary>
        public IReadOnlyList<IReadOnlyList<string>>? Words { get; init; }

        /// <summary>Gets fragments of which none may stand in the words.</summary>
        public IReadOnlyList<string>? Without { get; init; }
    }

    /// <summary>A value to take from the words: what stands after one of the markers, up to one of the ends.</summary>
    internal sealed record Capture(IReadOnlyList<string> After, IReadOnlyList<string> Until);

    /// <summary>An error that must match the rule and none before it.</summary>
    internal sealed record Sample
    {
        /// <summary>Gets the operation; by default "other".</summary>
        public string? Operation { get; init; }

        public int? Status { get; init; }

        public string? ContentType { get; init; }

        public FailureKind Failure { get; init; }

        /// <summary>Gets the body: a string as it is, anything else as the JSON it is.</summary>
        public JsonElement? Body { get; init; }
    }

    internal sealed record Text(string Title, string Advice);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(RuleFile))]
[JsonSerializable(typeof(Dictionary<Cause, Dictionary<string, RuleFile.Text>>))]
internal sealed partial class RuleFileJson : JsonSerializerContext;
