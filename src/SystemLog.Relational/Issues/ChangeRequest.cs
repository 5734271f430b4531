namespace SystemLog.Issues;

/// <summary>A change, and which issues of which shop it is meant for.</summary>
internal sealed record ChangeRequest(string Shop, IssueSelection Selection, IssueChange Change);
