using SystemLog.AspNetCore.Overview;
using SystemLog.Catalogue;
using SystemLog.Issues;

namespace SystemLog.AspNetCore.Causes;

/// <summary>What solving a cause will do.</summary>
/// <param name="Query">What the person had filtered by, the cause included.</param>
/// <param name="Group">The cause as it stands now.</param>
/// <param name="First">The newest of its issues.</param>
/// <param name="Advice">The cause in words.</param>
/// <param name="AsOf">What happens after this is not solved along, in unix milliseconds.</param>
internal sealed record SolveCauseModel(IssueQuery Query, CauseGroup Group, IReadOnlyList<Issue> First, Advice Advice, long AsOf);
