using System.Collections.Frozen;

namespace SystemLog.Orders.Workflows;

/// <summary>How statuses may be spelled.</summary>
internal static class Spellings
{
    /// <summary>Returns the statuses by their codes and aliases; of two with one spelling the first.</summary>
    public static FrozenDictionary<string, OrderStatus> Of(IReadOnlyList<OrderStatus> statuses) =>
        statuses.SelectMany(status => AllOf(status).Select(spelling => (Spelling: Normal(spelling), Status: status)))
            .DistinctBy(pair => pair.Spelling)
            .ToFrozenDictionary(pair => pair.Spelling, pair => pair.Status, StringComparer.Ordinal);

    /// <summary>Returns every spelling of a status.</summary>
    public static IEnumerable<string> AllOf(OrderStatus status) => status.Aliases.Prepend(status.Code);

    /// <summary>Returns a text without what spelling leaves open: case, spaces, '_' and '-'.</summary>
    public static string Normal(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToUpperInvariant();
}
