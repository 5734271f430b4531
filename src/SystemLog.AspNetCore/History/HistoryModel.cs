using SystemLog.AspNetCore.Overview;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.History;

/// <summary>What History shows.</summary>
internal sealed record HistoryModel(IssueQuery Query, Page<IssueRound> Page, bool IsFirstPage, ErrorCatalogue Catalogue, IReadOnlyList<string> Sources);
