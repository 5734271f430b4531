using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Catalogue;
using SystemLog.Smtp.Bounces;

namespace SystemLog.Cli.Explaining;

/// <summary>Mails that came back in, what they say out, one line a file.</summary>
internal static class BounceLines
{
    /// <summary>Reads the files in their order. One that cannot be opened is named and passed over.</summary>
    /// <returns>Whether every file was read.</returns>
    public static bool Explain(IEnumerable<string> files, TextWriter output, TextWriter errors, ErrorCatalogue catalogue)
    {
        var all = true;
        foreach (var file in files)
        {
            try
            {
                using var mail = File.OpenRead(file);
                output.WriteLine(JsonSerializer.Serialize(Of(file, BounceReader.Read(mail), catalogue), BouncedJson.Lines.Bounced));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine(fault.Message);
                all = false;
            }
        }

        return all;
    }

    private static Bounced Of(string file, BounceReport report, ErrorCatalogue catalogue)
    {
        var recipients = report.Recipients.Select(recipient => Of(recipient, catalogue)).ToList();
        var first = recipients.FirstOrDefault() ?? new(null, null, null, report.Kind, null);
        return new(file, first.Address, first.Status, first.Action, report.Kind, first.Cause, recipients.Count > 1 ? recipients : null);
    }

    private static Recipient Of(BouncedRecipient one, ErrorCatalogue catalogue) =>
        new(one.Address, one.Status, one.Action, one.Kind, one.Error is { } error ? catalogue.Explain(error).Cause : null);

    /// <summary>One line of the answer: the first recipient, and all of them where there are several.</summary>
    internal sealed record Bounced(
        string File,
        [property: JsonPropertyName("recipient")] string? Address,
        string? Status,
        string? Action,
        [property: JsonConverter(typeof(CamelCase<BounceKind>))] BounceKind Kind,
        Cause? Cause,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Recipient>? Recipients);

    /// <summary>One recipient of a report.</summary>
    internal sealed record Recipient(
        [property: JsonPropertyName("recipient")] string? Address,
        string? Status,
        string? Action,
        [property: JsonConverter(typeof(CamelCase<BounceKind>))] BounceKind Kind,
        Cause? Cause);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BounceLines.Bounced))]
internal sealed partial class BouncedJson : JsonSerializerContext
{
    // For files and pipes, not for web pages: letters stay letters.
    public static BouncedJson Lines { get; } = new(new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Cause>() },
    });
}
