using System.Globalization;
using SystemLog.Catalogue;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Texts;

/// <summary>Writes times, amounts and names as the reader knows them: by culture, in the shop's time zone.</summary>
internal sealed class PanelFormat(CultureInfo culture, PanelTexts texts, TimeZoneInfo zone, DateTimeOffset now)
{
    public CultureInfo Culture { get; } = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;

    public DateTimeOffset Now => now;

    public DateOnly Today => DateOnly.FromDateTime(Local(now).DateTime);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>Returns when a day of the shop begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public string Ago(DateTimeOffset at)
    {
        var age = now - at;
        return age switch
        {
            _ when age < TimeSpan.FromMinutes(1) => texts.JustNow,
            _ when age < TimeSpan.FromHours(1) => string.Format(Culture, texts.MinutesAgo, (int)age.TotalMinutes),
            _ when age < TimeSpan.FromHours(24) => string.Format(Culture, texts.HoursAgo, (int)age.TotalHours),
            _ when age < TimeSpan.FromDays(7) => texts.DaysAgo.For((int)age.TotalDays, Culture),
            _ => Day(at),
        };
    }

    public string Exact(DateTimeOffset at) => Local(at).ToString($"{texts.DayPattern} yyyy, HH:mm:ss", Culture);

    public string Moment(DateTimeOffset at) => $"{Day(at)}, {Local(at).ToString("HH:mm", Culture)}";

    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    public string Day(DateOnly day) => day.ToString(day.Year == Today.Year ? texts.DayPattern : $"{texts.DayPattern} yyyy", Culture);

    public string Count(long count) => count.ToString("N0", Culture);

    public string Money(Money amount)
    {
        var region = new RegionInfo(Culture.Name.Length > 0 ? Culture.Name : "US");
        var text = region.ISOCurrencySymbol == amount.Currency && amount.Currency is not ("ISK" or "JPY" or "KRW")
            ? (amount.MinorUnits / 100m).ToString("C2", Culture)
            : amount.ToString(Culture);
        return text;
    }

    public string Duration(TimeSpan took) => took switch
    {
        _ when took < TimeSpan.FromSeconds(10) => Seconds(Math.Max(0, took.TotalSeconds).ToString("0.0", Culture)),
        _ when took < TimeSpan.FromMinutes(1) => Seconds(took.Seconds),
        _ when took < TimeSpan.FromHours(1) => $"{Minutes(took.Minutes)} {Seconds(took.Seconds)}",
        _ => $"{string.Format(Culture, texts.Work.Hours, (int)took.TotalHours)} {Minutes(took.Minutes)}",
    };

    public string Badge(int untreated) => untreated >= Issues.IssueLog.UntreatedLimit ? Count(Issues.IssueLog.UntreatedLimit - 1) + "+" : Count(untreated);

    public string Source(string source) => Plain(source switch
    {
        Sources.MailchimpMarketing => "Mailchimp",
        Sources.MailchimpTransactional => "Mailchimp Transactional",
        _ => source,
    });

    public string Operation(string operation) => texts.Operations.GetValueOrDefault(operation) ?? Plain(operation);

    public string Family(CauseFamily family) => texts.Families[family.ToString()];

    public string WorkKind(string kind) => texts.Work.Kinds.GetValueOrDefault(kind) ?? Plain(kind);

    public string SubjectType(string type) => texts.SubjectTypes.GetValueOrDefault(type) ?? Plain(type);

    public string Subject(SubjectRef subject) => $"{SubjectType(subject.Type)} {Plain(subject.Number)}";

    /// <summary>Names a subject within a sentence: "order 1001".</summary>
    public string SubjectInline(SubjectRef subject)
    {
        var text = Subject(subject);
        return string.Concat(text[..1].ToLower(Culture), text[1..]);
    }

    /// <summary>Returns text from outside with what turns the direction of writing made visible, so that it cannot pose as something else.</summary>
    public static string Plain(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(s_direction))
        {
            return text ?? "";
        }

        return string.Create(text.Length, text, static (clean, source) => source.AsSpan().ReplaceAny(clean, s_direction, '\uFFFD'));
    }

    private string Minutes(int minutes) => string.Format(Culture, texts.Work.Minutes, minutes);

    private string Seconds(object seconds) => string.Format(Culture, texts.Work.Seconds, seconds);

    private static readonly System.Buffers.SearchValues<char> s_direction = System.Buffers.SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");
}
