using System.Globalization;
using Microsoft.AspNetCore.Http;
using SystemLog.AspNetCore.Http;
using SystemLog.Digests;

namespace SystemLog.AspNetCore.Settings;

/// <summary>The fields of the settings as they stand in the form: what is saved, or what a person typed, however wrong.</summary>
internal sealed record SettingsForm
{
    private static readonly char[] s_betweenRecipients = [' ', '\t', '\r', '\n', ',', ';'];

    public required bool IsOn { get; init; }

    /// <summary>Gets the name of the weekday; empty for every day.</summary>
    public required string Weekday { get; init; }

    public required string Hour { get; init; }

    public required string TimeZone { get; init; }

    public required string Recipients { get; init; }

    public required string Language { get; init; }

    public required bool AlsoWhenEmpty { get; init; }

    /// <summary>Gets the version that the person saw; 0 where nothing was set.</summary>
    public required long Seen { get; init; }

    /// <summary>Fills the form in with what is saved. Where nothing ever was, the mail speaks the reader's language.</summary>
    public static SettingsForm Of(DigestState state, PanelRequest panel)
    {
        var settings = state.Settings;
        return new()
        {
            IsOn = settings.IsOn,
            Weekday = settings.Weekday?.ToString() ?? "",
            Hour = settings.Hour.ToString(CultureInfo.InvariantCulture),
            TimeZone = settings.TimeZone ?? panel.Shop.TimeZone.Id,
            Recipients = string.Join('\n', settings.Recipients),
            Language = state.Version == 0 ? panel.Texts.Language : settings.Language,
            AlsoWhenEmpty = settings.AlsoWhenEmpty,
            Seen = state.Version,
        };
    }

    /// <summary>Reads what was typed; null where the form is not ours.</summary>
    public static SettingsForm? Read(IFormCollection form) =>
        !long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? null : new()
        {
            IsOn = form["on"] == "1",
            Weekday = form["day"].ToString(),
            Hour = form["hour"].ToString(),
            TimeZone = form["zone"].ToString(),
            Recipients = form["recipients"].ToString(),
            Language = form["language"].ToString(),
            AlsoWhenEmpty = form["empty"] == "1",
            Seen = seen,
        };

    /// <summary>Returns what the form means. What means nothing becomes a value that is refused on save.</summary>
    public DigestSettings ToSettings(Shop shop) => new()
    {
        IsOn = IsOn,
        Weekday = Weekday.Length == 0 ? null : (DayOfWeek)Array.IndexOf(Enum.GetNames<DayOfWeek>(), Weekday),
        Hour = int.TryParse(Hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : -1,
        TimeZone = TimeZone.Trim() is { Length: > 0 } zone && zone != shop.TimeZone.Id ? zone : null,
        Recipients = [.. Recipients.Split(s_betweenRecipients, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
        Language = Language,
        AlsoWhenEmpty = AlsoWhenEmpty,
    };
}
