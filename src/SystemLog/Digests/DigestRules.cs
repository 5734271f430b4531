using System.Globalization;
using SystemLog.Catalogue;
using SystemLog.Messages;
using SystemLog.Work.Schedules;

namespace SystemLog.Digests;

/// <summary>What settings must hold to, and the schedule they mean. Pure.</summary>
internal static class DigestRules
{
    /// <summary>Returns what is wrong with settings, whether they are on or off.</summary>
    public static IEnumerable<DigestFault> Faults(DigestSettings settings)
    {
        if (settings.IsOn && settings.Recipients.Count == 0)
        {
            yield return new(DigestFaultKind.NoRecipient, "");
        }

        foreach (var recipient in settings.Recipients.Where(recipient => !Mailbox.TryCreate(recipient, out _)))
        {
            yield return new(DigestFaultKind.NotAnAddress, recipient);
        }

        if (settings.Recipients.Count > DigestSettings.MaxRecipients)
        {
            yield return new(DigestFaultKind.TooManyRecipients, settings.Recipients.Count.ToString(CultureInfo.InvariantCulture));
        }

        if (settings.Weekday is { } day && !Enum.IsDefined(day))
        {
            yield return new(DigestFaultKind.NoSuchWeekday, day.ToString());
        }

        if (settings.Hour is < 0 or > 23)
        {
            yield return new(DigestFaultKind.NoSuchHour, settings.Hour.ToString(CultureInfo.InvariantCulture));
        }

        if (settings.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return new(DigestFaultKind.NoSuchTimeZone, zone);
        }

        if (!Languages.Complete.Contains(settings.Language, StringComparer.Ordinal))
        {
            yield return new(DigestFaultKind.NoSuchLanguage, settings.Language);
        }
    }

    /// <summary>Returns when the mail is due.</summary>
    public static Schedule ScheduleOf(DigestSettings settings) =>
        settings.Weekday is { } day ? Schedule.Weekly([day], settings.Hour) : Schedule.Daily(settings.Hour);

    /// <summary>Returns the newest period that a shop's mail has come due for and is not done; null where it is off, or none has.</summary>
    public static Period? DueOf(StoredDigest digest, Shop shop, DateTimeOffset now) =>
        digest.Settings.IsOn ? ScheduleOf(digest.Settings).DueAt(now, digest.BeginsAfter, ZoneOf(digest.Settings, shop)).Run : null;

    /// <summary>Returns the zone the schedule is read in; the shop's where the machine knows the chosen one no longer.</summary>
    public static TimeZoneInfo ZoneOf(DigestSettings settings, Shop shop) =>
        settings.TimeZone is { } chosen && TimeZoneInfo.TryFindSystemTimeZoneById(chosen, out var zone) ? zone : shop.TimeZone;

    /// <summary>Returns whether the mail comes at other times than before, so that its periods begin anew.</summary>
    public static bool HasOtherTimes(DigestSettings settings, DigestSettings before) =>
        (settings.IsOn, settings.Weekday, settings.Hour, settings.TimeZone) != (before.IsOn, before.Weekday, before.Hour, before.TimeZone);
}
