using SystemLog.Issues;
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

    /// <summary>Returns hosts that share one new, empty database, each as if in a process of its own.</summary>
    INewDatabase NewDatabase();
}
