using System.Globalization;

namespace SystemLog.Digests;

/// <summary>Writes times and numbers as the reader knows them: by culture, in the shop's time zone.</summary>
internal sealed class DigestFormat
{
    private readonly DigestTexts _texts;
    private readonly TimeZoneInfo _zone;
    private readonly int _year;

    public DigestFormat(CultureInfo culture, DigestTexts texts, DigestContent content)
    {
        // A mail that falls back to English has English names of months too.
        var own = culture.TwoLetterISOLanguageName == texts.Language ? culture : CultureInfo.GetCultureInfo(texts.Language);
        Culture = own.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(own.Name) : own;
        _texts = texts;
        _zone = content.Zone;
        _year = Local(content.Now).Year;
    }

    public CultureInfo Culture { get; }

    public string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A day, whose parts stay in one line.</summary>
    public string Day(DateTimeOffset at)
    {
        var local = Local(at);
        return local.ToString(local.Year == _year ? _texts.DayPattern : _texts.DayYearPattern, Culture).Replace(' ', '\u00A0');
    }

    public string Moment(DateTimeOffset at) => WithTime(Day(at), at);

    public string LongMoment(DateTimeOffset at) => WithTime(Local(at).ToString(_texts.LongDayPattern, Culture), at);

    private string WithTime(string day, DateTimeOffset at) => string.Format(Culture, _texts.DayAndTime, day, Local(at).ToString(_texts.TimePattern, Culture));

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);
}
