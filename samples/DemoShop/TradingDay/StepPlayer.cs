using DemoShop.Orders;

namespace DemoShop.TradingDay;

/// <summary>Does what one step of the script says, through the shop's own services.</summary>
internal sealed class StepPlayer(
    Hours hours, OutsideWorld world, Staff staff, OrderDesk desk, OrderFlow flow, Till till, AmountCheck check, SummaryWish wish)
{
    // Each order of a batch takes its moment at the packing table.
    private static readonly TimeSpan PerOrder = TimeSpan.FromSeconds(20);

    public Task PlayAsync(DayStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case DayStep.Buys buys:
                return world.BuyAsync(buys, cancellationToken);
            case DayStep.Does does:
                return InTurnAsync(does, cancellationToken);
            case DayStep.DoesAtOnce does:
                return Task.WhenAll(does.Orders.Select(number => staff.DoAsync(does.Deed, number, cancellationToken)));
            case DayStep.Edits edits:
                return desk.ChangeTotalAsync(edits.Order, edits.Total, cancellationToken);
            case DayStep.Refunds refunds:
                return desk.RefundAsync(refunds.Order, refunds.Amount, cancellationToken);
            case DayStep.Settles settles:
                return till.TransferAsync(settles.ZReport, cancellationToken: cancellationToken);
            case DayStep.Compares compares:
                return check.RunAsync(compares.Shop, cancellationToken);
            case DayStep.TakesOver takes:
                return flow.TakeOverAsync(takes.Shop, cancellationToken);
            case DayStep.Tampers tampers:
                return world.TamperAsync(tampers, cancellationToken);
            case DayStep.WantsSummary wants:
                return wish.TurnOnAsync(wants.Shop, wants.Recipient, cancellationToken);
            case DayStep.Trouble trouble:
                world.Befall(trouble);
                return Task.CompletedTask;
            default:
                throw new ArgumentException($"The player does not know {step}.", nameof(step));
        }
    }

    private async Task InTurnAsync(DayStep.Does does, CancellationToken cancellationToken)
    {
        foreach (var (index, number) in does.Orders.Index())
        {
            await hours.PassToAsync(does.SinceOpening + (index * PerOrder), cancellationToken);
            await staff.DoAsync(does.Deed, number, cancellationToken);
        }
    }
}
