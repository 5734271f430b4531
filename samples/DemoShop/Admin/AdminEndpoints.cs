using System.Security.Claims;
using DemoShop.Orders;
using DemoShop.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SystemLog;
using SystemLog.AspNetCore.Access;

namespace DemoShop.Admin;

/// <summary>The shop's own admin: orders, and what staff do with them.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("").RequireAuthorization(Person.Staff);
        admin.MapGet("/", ListAsync);
        admin.MapGet("/orders/{number}", ShowAsync);
        admin.MapPost("/orders/{number}/ship", ShipAsync);
        admin.MapPost("/orders/{number}/{deed}", DoAsync);
        admin.MapGet("/z-reports", async (ZReportBook book, CancellationToken cancellationToken) =>
            new RazorComponentResult<ZReportsPage>(new { Reports = await book.ListAsync(cancellationToken) }));
        admin.MapPost("/z-reports/{number}/transfer", TransferAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, OrderBook book, string? shop, CancellationToken cancellationToken)
    {
        var seen = ShopsOf(http);
        var chosen = shop ?? seen[0];
        return seen.Contains(chosen)
            ? new RazorComponentResult<OrderListPage>(new { Shop = chosen, ShopsSeen = seen, Orders = await book.ListAsync(chosen, cancellationToken) })
            : TypedResults.NotFound();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, OrderBook book, string number, CancellationToken cancellationToken) =>
        await book.FindAsync(number, cancellationToken) is { } order && ShopsOf(http).Contains(order.Shop)
            ? new RazorComponentResult<OrderPage>(new { Order = order, History = await book.HistoryAsync(number, cancellationToken) })
            : TypedResults.NotFound();

    // Money is not left half-way because a browser was closed: what changes something is not cancelled with the request.
    private static async Task<IResult> DoAsync(
        HttpContext http, OrderBook book, OrderDesk desk, string number, string deed, [FromForm] string? amount)
    {
        if (await book.FindAsync(number) is not { } order || !ShopsOf(http).Contains(order.Shop))
        {
            return TypedResults.NotFound();
        }

        Task<bool>? done = (deed, Kroner.TryParse(amount, out var value)) switch
        {
            ("capture", _) => desk.CaptureAsync(number),
            ("cancel", _) => desk.CancelAsync(number, ActorOf(http)),
            ("transfer", _) => desk.TransferAsync(number),
            ("subscribe", _) => desk.SubscribeAsync(number),
            ("refund", true) => desk.RefundAsync(number, value),
            ("total", true) => desk.ChangeTotalAsync(number, value),
            _ => null,
        };
        if (done is null)
        {
            return TypedResults.BadRequest();
        }

        // Whether it went well stands on top of the order's history.
        await done;
        return TypedResults.LocalRedirect($"/orders/{Uri.EscapeDataString(number)}#history");
    }

    // The form is read so that its antiforgery token is asked for.
    private static async Task<IResult> ShipAsync(HttpContext http, OrderBook book, OrderFlow flow, string number, [FromForm] string? amount)
    {
        if (await book.FindAsync(number) is not { } order || !ShopsOf(http).Contains(order.Shop))
        {
            return TypedResults.NotFound();
        }

        await flow.ShipAsync(number, ActorOf(http));
        return TypedResults.LocalRedirect($"/orders/{Uri.EscapeDataString(number)}#history");
    }

    private static async Task<IResult> TransferAsync(Till till, string number, [FromForm] int account) =>
        await till.TransferAsync(number, account) ? TypedResults.LocalRedirect("/z-reports") : TypedResults.NotFound();

    private static Actor ActorOf(HttpContext http) => new(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!, http.User.Identity!.Name!);

    private static List<string> ShopsOf(HttpContext http) => [.. http.User.FindAll(SystemLogClaims.Shop).Select(claim => claim.Value)];
}
