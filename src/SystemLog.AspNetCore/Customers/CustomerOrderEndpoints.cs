using Microsoft.AspNetCore.Http;
using SystemLog.AspNetCore.Http;
using SystemLog.Orders.Customers;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Customers;

/// <summary>A customer's own orders as JSON.</summary>
internal static class CustomerOrderEndpoints
{
    public static async Task<IResult> ListAsync(HttpContext http, MyOrders mine)
    {
        // The host does not start without a policy; this holds even if its endpoints change later.
        if (http.GetEndpoint() is not { } endpoint || !PolicyCheck.IsGuarded(endpoint))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        _ = PageKey.TryParse(http.Request.Query["after"], out var after);
        try
        {
            return await mine.FindAsync(http, after) is var (orders, _, _)
                ? TypedResults.Json(new CustomerOrderList([.. orders.Items.Select(Of)], orders.Next?.ToString()), CustomerOrderJson.Default.CustomerOrderList)
                : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }
        catch (StorageException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static CustomerOrderList.Order Of(CustomerOrder order) => new(order.Subject.Type, order.Subject.Number, order.PlacedAt, order.Status, order.Since)
    {
        Total = order.Total is { } total ? new(total.MinorUnits, total.Currency) : null,
        Carrier = order.Carrier,
        TrackingNumber = order.TrackingNumber,
        History = [.. order.History.Select(step => new CustomerOrderList.Step(step.Status, step.At, step.Note))],
    };
}
