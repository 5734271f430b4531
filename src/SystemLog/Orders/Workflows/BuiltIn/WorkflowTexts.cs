using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;

namespace SystemLog.Orders.Workflows.BuiltIn;

/// <summary>The labels of a built-in workflow in one language, read from its JSON file. A label missing in a file, or one too many, keeps it from being used.</summary>
internal sealed record WorkflowTexts
{
    public required string Language { get; init; }

    public required IReadOnlyDictionary<string, StatusLabel> Statuses { get; init; }

    public required IReadOnlyDictionary<string, string> Triggers { get; init; }

    /// <summary>Returns the labels of a workflow in every language.</summary>
    public static IReadOnlyList<WorkflowTexts> Of(string workflow) => [.. Languages.Complete.Select(language => Read(workflow, language))];

    private static WorkflowTexts Read(string workflow, string language)
    {
        using var file = typeof(WorkflowTexts).Assembly.GetManifestResourceStream($"workflow.{workflow}.{language}.json")
            ?? throw new InvalidOperationException($"There are no labels of {workflow} in '{language}'.");
        return JsonSerializer.Deserialize(file, WorkflowTextsJson.Default.WorkflowTexts)!;
    }
}

[JsonSerializable(typeof(WorkflowTexts))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class WorkflowTextsJson : JsonSerializerContext;
