using ProviderSandbox.Faults;
using ProviderSandbox.Klarna;
using ProviderSandbox.Wire;

namespace ProviderSandbox;

/// <summary>What a test would do in process, over HTTP: make payments and orders, look at what was received.</summary>
internal static class Seeding
{
    public static void MapSeeding(this IEndpointRouteBuilder routes, Sandbox sandbox)
    {
        routes.MapGet("/requests", () => sandbox.Requests.Select(Show));
        routes.MapGet("/notifications/adyen", () => sandbox.AdyenPayments.Notifications);
        routes.MapPost("/seed/klarna/orders", (KlarnaSeed seed) => Made(() => sandbox.KlarnaOrders.Seed(seed)));
        routes.MapPost("/seed/vipps/payments", (PaymentSeed seed) =>
            Made(() => sandbox.VippsPayments.SeedAuthorised(seed.Reference, seed.Amount, seed.AuthorisedAt)));
        routes.MapPost("/seed/adyen/payments", (PaymentSeed seed) =>
            Made(() => sandbox.AdyenPayments.SeedAuthorised(seed.Reference, seed.Amount, seed.AuthorisedAt)));
    }

    private static object Show(ServedRequest request) => new
    {
        request.At,
        request.Provider,
        request.Operation,
        request.Method,
        request.Path,
        request.IdempotencyKey,
        request.Body,
        request.Status,
        Fault = request.Fault is null ? null : FaultForm.Of(request.Fault),
    };

    private static IResult Made<T>(Func<T> make)
    {
        try
        {
            return Results.Json(make(), statusCode: StatusCodes.Status201Created);
        }
        catch (ArgumentException refused)
        {
            return Results.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private sealed record PaymentSeed(string Reference, long Amount, DateTimeOffset AuthorisedAt);
}
