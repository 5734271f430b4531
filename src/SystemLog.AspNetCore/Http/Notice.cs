namespace SystemLog.AspNetCore.Http;

/// <summary>What was done by the form before this page, and the times between which it was done, so that it can be undone.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Count">To how many issues.</param>
/// <param name="From">When it began, in unix milliseconds.</param>
/// <param name="Until">When it was done, in unix milliseconds.</param>
internal sealed record Notice(NoticeKind Kind, int Count, long From, long Until)
{
    /// <summary>Gets whether the page offers to take it back.</summary>
    public bool CanUndo => Kind == NoticeKind.Solved && Count > 0;

    /// <summary>Gets whether nothing was done.</summary>
    public bool IsIdle => Kind is NoticeKind.NothingChosen or NoticeKind.OrderUnchanged || (Kind is NoticeKind.WorkRunAgain or NoticeKind.WorkCancelled && Count == 0);
}
