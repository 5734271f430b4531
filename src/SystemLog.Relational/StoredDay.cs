namespace SystemLog;

/// <summary>Days as they are stored: yyyymmdd, so that a person reads them in the table.</summary>
internal static class StoredDay
{
    /// <summary>Returns the number a day is stored as.</summary>
    public static long Of(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <summary>Returns the day of a stored number.</summary>
    public static DateOnly Read(long day) => new((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
}
