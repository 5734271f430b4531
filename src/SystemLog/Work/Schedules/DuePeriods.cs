namespace SystemLog.Work.Schedules;

/// <summary>What a schedule asks for at an instant.</summary>
/// <param name="Run">The newest period that is due and not yet done; null where there is none.</param>
/// <param name="PassedOver">
/// The local dates missed before it that are not made up, oldest first; of a pause of more than a year only the newest 366.
/// </param>
internal sealed record DuePeriods(Period? Run, IReadOnlyList<DateOnly> PassedOver)
{
    internal static DuePeriods None { get; } = new(null, []);
}
