using System.Globalization;
using Microsoft.AspNetCore.Http;
using SystemLog.Orders;
using SystemLog.Orders.Notices;

namespace SystemLog.AspNetCore.Orders.Changes;

/// <summary>What a person typed beside a change of status.</summary>
internal sealed record ChangeForm
{
    public required string Trigger { get; init; }

    public string? To { get; init; }

    public string? Reason { get; init; }

    /// <summary>Gets whether the customer is told; null as the rules have it.</summary>
    public bool? Notify { get; init; }

    public MessageChannels Channels { get; init; } = MessageChannels.Email;

    public string? CustomerNote { get; init; }

    public string? InternalNote { get; init; }

    /// <summary>Gets the version the person has seen.</summary>
    public required long Version { get; init; }

    /// <summary>Gets the id of the command, made with the form: sent twice, it is one change.</summary>
    public required string CommandId { get; init; }

    /// <summary>Returns an empty form.</summary>
    public static ChangeForm For(OrderState state, string trigger, string? to, DateTimeOffset now) => new()
    {
        Trigger = trigger,
        To = to,
        Version = state.Version,
        CommandId = $"panel-{Guid.CreateVersion7(now):N}",
    };

    /// <summary>Reads a form; null for one that no page of ours made.</summary>
    public static ChangeForm? Read(IFormCollection form) =>
        form["trigger"] is [{ Length: > 0 } trigger]
        && long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && form["command"] is [{ Length: > 0 and <= ChangeOptions.MaxIdLength } command]
            ? new()
            {
                Trigger = trigger,
                To = Text(form["to"]),
                Reason = Text(form["reason"]),
                Notify = form["notify"].ToString() switch { "1" => true, "0" => false, _ => null },
                Channels = (form["email"] == "1" ? MessageChannels.Email : MessageChannels.None) | (form["sms"] == "1" ? MessageChannels.Sms : MessageChannels.None),
                CustomerNote = Text(form["customerNote"]),
                InternalNote = Text(form["internalNote"]),
                Version = version,
                CommandId = command,
            }
            : null;

    public ChangeOptions ToOptions() => new()
    {
        To = To,
        Reason = Reason,
        Notify = Notify,
        Channels = Channels,
        CustomerNote = CustomerNote,
        InternalNote = InternalNote,
        ExpectedVersion = Version,
        CommandId = CommandId,
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n");
}
