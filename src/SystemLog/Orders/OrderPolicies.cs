using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SystemLog.Orders.Policies;

namespace SystemLog.Orders;

/// <summary>Finds how an order is treated.</summary>
internal sealed class OrderPolicies(IOptions<OrderOptions> options)
{
    // One for each combination of settings, of which there are as many as the host has written down: classes without a setting share their shop's.
    private readonly ConcurrentDictionary<string, EffectivePolicy> _known = new(StringComparer.Ordinal);

    public EffectivePolicy Of(OrderSnapshot order)
    {
        var layers = options.Value.LayersOf(order.Shop, order.OrderClass).ToList();
        var key = layers[^1].Level switch
        {
            PolicyLevel.OrderClass => $"{order.Shop}\n{order.OrderClass}",
            PolicyLevel.Shop => order.Shop,
            _ => "",
        };
        return _known.GetOrAdd(key, static (_, found) => new(found), layers);
    }
}
