using SystemLog.Torture.Clerks;

namespace SystemLog.Torture.Checks;

/// <summary>Many wanted the same change of every order: one made it, and the others know where the order is.</summary>
internal static class OneWinner
{
    private const string Status = "Approved";
    private const long Version = 2;

    /// <summary>Returns what is wrong.</summary>
    /// <param name="clerks">How many clerks there were.</param>
    /// <param name="orders">How many orders.</param>
    /// <param name="told">What each clerk was told of each order.</param>
    /// <param name="changes">How many changes each order has in the database.</param>
    public static IEnumerable<string> Violations(int clerks, int orders, IReadOnlyList<Told> told, IReadOnlyDictionary<int, long> changes)
    {
        var byOrder = told.ToLookup(one => one.Order);
        for (var order = 1; order <= orders; order++)
        {
            var here = byOrder[order].ToList();
            if (here.Select(one => one.Clerk).Distinct().Count() != clerks)
            {
                yield return $"Order {order}: {here.Count} answers for {clerks} clerks.";
            }

            var winners = here.Where(one => one.Result == Told.Won).Select(one => one.Clerk).ToList();
            if (winners.Count != 1)
            {
                yield return $"Order {order}: {winners.Count} winners ({string.Join(", ", winners)}).";
            }

            foreach (var wrong in here.Where(one => one.Status != Status || one.Version != Version))
            {
                yield return $"Order {order}: clerk {wrong.Clerk} was told {wrong.Result} {wrong.Status} {wrong.Version}.";
            }

            if (changes.GetValueOrDefault(order) != Version)
            {
                yield return $"Order {order}: {changes.GetValueOrDefault(order)} changes are kept.";
            }
        }
    }
}
