namespace SystemLog.Storage;

/// <summary>One page of a list, and where the next begins.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">The key after which the next page begins; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, PageKey? Next);
