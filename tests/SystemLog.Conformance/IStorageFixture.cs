using System.Data.Common;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Settings;
using SystemLog.Storage;
using SystemLog.Timeline;
using SystemLog.Work;

namespace SystemLog.Conformance;

/// <summary>A storage that is prepared and ready. Tests keep apart by fresh shops, so one serves them all.</summary>
public interface IStorageFixture
{
    IIssueStore Issues { get; }

    IIssueQueries Queries { get; }

    IIssueSummaries Summaries { get; }

    ITimelineStore Timeline { get; }

    IIssueRetention Retention { get; }

    IIssueExplanations Explanations { get; }

    IWorkStore Work { get; }

    IWorkQueries WorkQueries { get; }

    ISettingStore Settings { get; }

    IOrderStore Orders { get; }

    IOrderQueries OrderQueries { get; }

    /// <summary>Does what a host does in a transaction of its own, on a connection that the storage can join.</summary>
    /// <param name="work">What it does; it returns whether the transaction commits.</param>
    Task InHostTransactionAsync(Func<DbConnection, Task<bool>> work);

    /// <summary>Returns hosts that share one new, empty database, each as if in a process of its own.</summary>
    INewDatabase NewDatabase();
}
