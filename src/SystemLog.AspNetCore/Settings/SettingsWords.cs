using SystemLog.AspNetCore.Texts;
using SystemLog.AspNetCore.Work;
using SystemLog.Digests;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Settings;

/// <summary>Says when the next mail is due and what became of those sent.</summary>
internal static class SettingsWords
{
    /// <summary>What a mail came to that the server took for some of its recipients.</summary>
    public const string SentToSome = "SentToSome";

    /// <summary>Returns the name of the text for what became of a mail.</summary>
    public static string StateOf(SentDigest mail, DateTimeOffset now) => mail switch
    {
        { Item.State: not WorkState.Succeeded } => WorkWords.StateOf(mail.Item, now),
        { Result.Refused.Count: > 0 } => SentToSome,
        _ => (mail.Result?.End ?? DigestEnd.Sent).ToString(),
    };

    /// <summary>Returns in a sentence when the next mail is due, on the clocks of its own zone.</summary>
    public static string Next(DigestState state, PanelFormat format, SettingsTexts texts)
    {
        if (state.NextAt is not { } next)
        {
            return texts.Off;
        }

        var at = TimeZoneInfo.ConvertTime(next, state.Zone);
        var day = DateOnly.FromDateTime(at.DateTime);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(format.Now, state.Zone).DateTime);
        var time = at.ToString("HH:mm", format.Culture);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => string.Format(format.Culture, texts.NextToday, time),
            1 => string.Format(format.Culture, texts.NextTomorrow, time),
            _ => string.Format(format.Culture, texts.NextOn, $"{at.ToString("dddd", format.Culture)} {format.Day(day)}", time),
        };
    }

    /// <summary>Returns a weekday as it stands alone, with its first letter as at the start of a sentence.</summary>
    public static string Day(DayOfWeek? day, PanelFormat format, SettingsTexts texts)
    {
        if (day is not { } chosen)
        {
            return texts.EveryDay;
        }

        var name = format.Culture.DateTimeFormat.GetDayName(chosen);
        return string.Concat(name[..1].ToUpper(format.Culture), name[1..]);
    }

    /// <summary>Returns an hour as clocks show it.</summary>
    public static string Hour(int hour, PanelFormat format) => new TimeOnly(hour, 0).ToString("HH:mm", format.Culture);

    /// <summary>Returns a language's name in itself.</summary>
    public static string Language(string language) => System.Globalization.CultureInfo.GetCultureInfo(language).NativeName;
}
