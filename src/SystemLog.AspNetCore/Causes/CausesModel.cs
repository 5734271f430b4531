using SystemLog.AspNetCore.Overview;
using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.AspNetCore.Causes;

/// <summary>What the overview by cause shows.</summary>
internal sealed record CausesModel(IssueQuery Query, IReadOnlyList<CauseGroup> Groups, IReadOnlyList<DroppedReports> Dropped)
{
    public required ErrorCatalogue Catalogue { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }
}
