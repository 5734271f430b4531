namespace ProviderSandbox.Faults;

/// <summary>The plan of faults over HTTP, for a sandbox that runs on its own.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder routes, FaultPlan plan)
    {
        routes.MapGet("/faults", () => plan.Pending.Select(FaultForm.Of));
        routes.MapPost("/faults", (FaultForm form) => Add(plan, form));
        routes.MapDelete("/faults", () =>
        {
            plan.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Add(FaultPlan plan, FaultForm form)
    {
        try
        {
            var fault = form.ToFault();
            plan.Plan(fault);
            return Results.Created("/faults", FaultForm.Of(fault));
        }
        catch (ArgumentException refused)
        {
            return Results.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
