using SystemLog.Storage;

namespace SystemLog.Orders;

/// <summary>One page of a list of orders, the newest placed first.</summary>
/// <param name="Items">The orders.</param>
/// <param name="Next">The key after which the next page begins; null on the last page.</param>
/// <param name="Hidden">How many orders only the text hides, counted no further than <see cref="HiddenLimit"/>; 0 where there is no text.</param>
public sealed record OrderPage(IReadOnlyList<OrderState> Items, PageKey? Next, int Hidden)
{
    /// <summary>Where counting stops.</summary>
    public const int HiddenLimit = 1_000;
}
