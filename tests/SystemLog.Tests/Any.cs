using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Tests;

/// <summary>Valid values; only what matters is written in a test.</summary>
internal static class Any
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static ErrorReport Report(string order = "1001", string text = "Capture failed") => new()
    {
        Source = Sources.Klarna,
        Operation = Operations.Capture,
        Subject = SubjectRef.Order(order),
        Text = text,
        OccurredAt = Noon,
    };

    public static ErrorReport Answer(string body, int status = 403, string order = "1001") =>
        Report(order) with { Text = null, Answer = new(status, body, "application/json") };
}
