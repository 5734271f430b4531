using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>What a person may do about an item, by its state. The store holds to the same.</summary>
internal static class WorkDeed
{
    public static bool CanRunAgain(WorkState state) => state is WorkState.Failed or WorkState.Unknown or WorkState.Parked or WorkState.Cancelled;

    public static bool CanCancel(WorkState state) => state is WorkState.Waiting or WorkState.Failed or WorkState.Unknown or WorkState.Parked;
}
