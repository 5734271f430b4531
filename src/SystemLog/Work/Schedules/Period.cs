namespace SystemLog.Work.Schedules;

/// <summary>One turn of a schedule. Its local date is its key: a shop has at most one period of a kind for each date.</summary>
/// <param name="LocalDate">The date in the shop's zone that the period belongs to.</param>
/// <param name="DueAt">The instant from which it is to run, in UTC.</param>
/// <param name="MakeUpBefore">
/// The instant, in UTC, before which it may still run when it was missed: when the period after the next one is due.
/// Two days later for a daily schedule, an hour more or less where the clocks change.
/// </param>
internal sealed record Period(DateOnly LocalDate, DateTimeOffset DueAt, DateTimeOffset MakeUpBefore)
{
    /// <summary>Says whether the period is due and still young enough to run.</summary>
    /// <param name="now">The instant at which it would run.</param>
    public bool MayRunAt(DateTimeOffset now) => DueAt <= now && now < MakeUpBefore;
}
