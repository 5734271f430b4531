using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SystemLog.Orders.Workflows.Formats;

/// <summary>Writes a workflow for programs.</summary>
internal static class JsonFormat
{
    public static string Write(OrderWorkflow workflow) => JsonSerializer.Serialize(
        new Definition(
            workflow.Name,
            Word(workflow.Mode),
            [.. workflow.Statuses.Select(status => new Status(status.Code, $"{status.Role}", status.MayEnd, status.Aliases, status.Labels))],
            [.. workflow.Transitions.Select(Of)]),
        WorkflowJson.Pages.Definition);

    private static Step Of(Transition transition) => new(
        transition.Id,
        transition.Trigger,
        transition.IsInitial ? [Notation.New] : transition.IsFromAny ? ["*"] : transition.From,
        [.. transition.To.Select(Notation.Of)],
        Word(transition.Mode),
        transition.Right is RightRequirement.NoRight ? null : $"{transition.Right}",
        [.. transition.Guards.Select(guard => guard.Name), .. transition.To.OfType<TransitionTarget.Status>().SelectMany(OfTarget)],
        Enum.GetValues<Audience>().ToDictionary(Word, audience => Word(transition.Notices.GetValueOrDefault(audience, NoticeRule.Never))),
        transition.Hints.ToDictionary(hint => hint.To is null ? Word(hint.State) : $"{hint.To}: {Word(hint.State)}", hint => Word(hint.Hint)));

    private static IEnumerable<string> OfTarget(TransitionTarget.Status target) => target.When.Select(guard => $"{target.Code}: {guard.Name}");

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    internal sealed record Definition(string Name, string Mode, IReadOnlyList<Status> Statuses, IReadOnlyList<Step> Transitions);

    internal sealed record Status(
        string Code, string Role, bool Final, IReadOnlyList<string> Aliases, IReadOnlyDictionary<string, StatusLabel> Labels);

    internal sealed record Step(
        string Id,
        string Trigger,
        IReadOnlyList<string> From,
        IReadOnlyList<string> To,
        string Mode,
        string? Right,
        IReadOnlyList<string> Guards,
        IReadOnlyDictionary<string, string> Notification,
        IReadOnlyDictionary<string, string> PaymentHint);
}

[JsonSerializable(typeof(JsonFormat.Definition))]
internal sealed partial class WorkflowJson : JsonSerializerContext
{
    // For files and pipes, not for web pages: letters stay letters.
    public static WorkflowJson Pages { get; } = new(new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });
}
