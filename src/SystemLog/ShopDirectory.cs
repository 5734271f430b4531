using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace SystemLog;

/// <summary>The shops this host serves, fixed at start.</summary>
public sealed class ShopDirectory
{
    private readonly FrozenDictionary<string, Shop> _shops;
    private readonly string _default;

    /// <summary>Reads the shops from the settings.</summary>
    public ShopDirectory(IOptions<SystemLogOptions> options)
    {
        var settings = options.Value;
        IEnumerable<Shop> shops = settings.Shops.Count > 0 ? settings.Shops : [new Shop { Id = settings.DefaultShop }];
        _shops = shops.ToFrozenDictionary(shop => shop.Id, StringComparer.Ordinal);
        _default = settings.DefaultShop;
    }

    /// <summary>Gets every shop, in the order of their names.</summary>
    public IReadOnlyList<Shop> All => [.. _shops.Values.OrderBy(shop => shop.Name ?? shop.Id, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Returns the shop with the id, or the default shop where none is named.</summary>
    /// <exception cref="ArgumentException">No such shop is configured.</exception>
    public Shop Get(string? id) =>
        _shops.TryGetValue(id ?? _default, out var shop)
            ? shop
            : throw new ArgumentException(
                $"The shop '{id}' is not configured. Known: {string.Join(", ", _shops.Keys.Order(StringComparer.Ordinal))}.", nameof(id));

    /// <summary>Returns whether the shop is configured.</summary>
    public bool Knows(string id) => _shops.ContainsKey(id);
}
