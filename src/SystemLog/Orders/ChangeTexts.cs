using SystemLog.Issues;
using SystemLog.Orders.Workflows;
using SystemLog.Redaction;

namespace SystemLog.Orders;

/// <summary>Checks and cleans what people and programs write beside a change.</summary>
internal static class ChangeTexts
{
    /// <summary>Returns the options as they are kept, or why they are refused.</summary>
    public static (ChangeOptions Options, Refusal? Fault) Cleaned(ChangeOptions options)
    {
        var tooLong = new (string Name, string? Text, int Most)[]
        {
            ("reason", options.Reason, ChangeOptions.MaxReasonLength),
            ("customerNote", options.CustomerNote, ChangeOptions.MaxNoteLength),
            ("internalNote", options.InternalNote, ChangeOptions.MaxNoteLength),
            ("commandId", options.CommandId, ChangeOptions.MaxIdLength),
            ("correlationId", options.CorrelationId, ChangeOptions.MaxIdLength),
        }.Where(one => one.Text?.Length > one.Most).Select(one => one.Name).ToList();
        if (tooLong.Count > 0)
        {
            return (options, new(RefusalCodes.TextTooLong, tooLong));
        }

        return (options with { Reason = Clean(options.Reason), CustomerNote = Clean(options.CustomerNote), InternalNote = Clean(options.InternalNote) }, null);
    }

    /// <summary>Returns a text that can be stored, without secrets; null for one that says nothing.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Redactor.Redact(StorableText.Of(text.Trim()));
}
