using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>How all background work of a shop stands.</summary>
/// <param name="Kinds">The kinds, those of this host without items too.</param>
/// <param name="RunsHere">Whether this node does background work.</param>
internal sealed record WorkModel(IReadOnlyList<WorkKindCounts> Kinds, bool RunsHere);
