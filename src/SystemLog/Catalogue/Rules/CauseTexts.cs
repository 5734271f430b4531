using System.Collections.Frozen;
using System.Text.Json;

namespace SystemLog.Catalogue.Rules;

/// <summary>What a merchant reads about a cause where no rule says more: <c>causes.json</c>.</summary>
internal static class CauseTexts
{
    private static readonly FrozenDictionary<Cause, Dictionary<string, AdviceTemplate>> s_texts = Load();

    public static IReadOnlyDictionary<string, AdviceTemplate> Of(Cause cause) =>
        s_texts.TryGetValue(cause, out var texts) ? texts : s_texts[Cause.Unknown];

    private static FrozenDictionary<Cause, Dictionary<string, AdviceTemplate>> Load()
    {
        using var stream = typeof(CauseTexts).Assembly.GetManifestResourceStream("causes.json")!;
        return JsonSerializer.Deserialize(stream, RuleFileJson.Default.DictionaryCauseDictionaryStringText)!.ToFrozenDictionary(
            cause => cause.Key,
            cause => cause.Value.ToDictionary(text => text.Key, text => new AdviceTemplate(text.Value), StringComparer.Ordinal));
    }
}
