using SystemLog.AspNetCore.Subjects;
using SystemLog.Storage;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>The items of a kind.</summary>
/// <param name="Filter">The kind, and the state they are filtered by.</param>
/// <param name="Page">The items.</param>
/// <param name="IsFirstPage">Whether it is the first page.</param>
/// <param name="Subjects">What the host told of their orders.</param>
internal sealed record WorkListModel(WorkFilter Filter, Page<WorkItem> Page, bool IsFirstPage, FoundSubjects Subjects);
