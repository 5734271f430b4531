using SystemLog.Catalogue;
using SystemLog.Orders.Policies;

namespace SystemLog.Orders;

/// <summary>How orders are treated, in all shops, in one shop and in one class of orders; the narrowest setting wins.</summary>
public sealed class OrderOptions
{
    private readonly Dictionary<string, OrderPolicy> _shops = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Shop, string OrderClass), OrderPolicy> _classes = [];

    /// <summary>Gets the policy of all shops.</summary>
    public OrderPolicy AllShops { get; } = new();

    /// <summary>Gets the languages in which every status and trigger must have labels. The default is English.</summary>
    public IList<string> Languages { get; } = [Catalogue.Languages.English];

    /// <summary>Gets or sets how often the status in the host is compared with ours, 1 minute to 7 days, or <see cref="Timeout.InfiniteTimeSpan"/> for
    /// never. The default is 1 hour.</summary>
    /// <remarks>Needs an <see cref="Subjects.ISubjectSource"/> that tells the status.</remarks>
    public TimeSpan CompareEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Returns the policy of a shop, to be set.</summary>
    public OrderPolicy InShop(string shop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(shop);
        return _shops.TryGetValue(shop, out var policy) ? policy : _shops[shop] = new();
    }

    /// <summary>Returns the policy of a class of orders in a shop, to be set.</summary>
    public OrderPolicy OfClass(string shop, string orderClass)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(shop);
        ArgumentException.ThrowIfNullOrWhiteSpace(orderClass);
        return _classes.TryGetValue((shop, orderClass), out var policy) ? policy : _classes[(shop, orderClass)] = new();
    }

    /// <summary>Gets every policy with the words that name it.</summary>
    internal IEnumerable<(string Name, string? Shop, OrderPolicy Policy)> All =>
    [
        ("AllShops", null, AllShops),
        .. _shops.Select(shop => ($"InShop(\"{shop.Key}\")", (string?)shop.Key, shop.Value)),
        .. _classes.Select(one => ($"OfClass(\"{one.Key.Shop}\", \"{one.Key.OrderClass}\")", (string?)one.Key.Shop, one.Value)),
    ];

    /// <summary>Returns the policies that count for an order, the widest first.</summary>
    internal IEnumerable<(OrderPolicy Policy, PolicyLevel Level)> LayersOf(string shop, string? orderClass)
    {
        yield return (AllShops, PolicyLevel.AllShops);
        if (_shops.TryGetValue(shop, out var ofShop))
        {
            yield return (ofShop, PolicyLevel.Shop);
        }

        if (orderClass is not null && _classes.TryGetValue((shop, orderClass), out var ofClass))
        {
            yield return (ofClass, PolicyLevel.OrderClass);
        }
    }
}
