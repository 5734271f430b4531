using System.Text.Json;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.RealErrors;

/// <summary>An error that somebody met, with what it turned out to be.</summary>
internal sealed record LabelledError(
    string Id, string Provider, string Operation, int? HttpStatus, string? ContentType, string Body, Cause Cause, bool Retryable, WhoMustAct WhoMustAct)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static IReadOnlyList<LabelledError> Read(string file) =>
        [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<LabelledError>(line, s_options)!)];

    public ProviderError ToError() =>
        new() { Source = Provider, Operation = Operation, Status = HttpStatus, ContentType = ContentType, Body = Body };

    /// <summary>Of a text that says "timed out" nobody can tell whether a connection was made: either is right.</summary>
    public bool IsRight(Cause cause) => cause == Cause
        || (cause is Cause.Timeout or Cause.ConnectionFailed && Cause is Cause.Timeout or Cause.ConnectionFailed
            && (Body.Contains("timed out", StringComparison.OrdinalIgnoreCase) || Body.Contains("timeout", StringComparison.OrdinalIgnoreCase)));
}
