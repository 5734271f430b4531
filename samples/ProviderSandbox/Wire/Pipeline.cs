using ProviderSandbox.Faults;

namespace ProviderSandbox.Wire;

/// <summary>Takes every call of one provider through the same steps: read, refuse, fail as planned, carry out, answer, note.</summary>
internal sealed class Pipeline(IStandIn standIn, SandboxState state, FaultPlan faults, RequestLog log, CancellationToken stopping)
{
    private int _open;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(standIn.BasePath);
        foreach (var operation in standIn.Operations)
        {
            group.MapMethods(operation.Pattern, [operation.Method], context => ServeAsync(context, operation));
        }

        group.Map("/{**unknown}", context => ServeAsync(context, new Operation("unknown", context.Request.Method, string.Empty, standIn.UnknownPath)));
    }

    private async Task ServeAsync(HttpContext context, Operation operation)
    {
        var concurrent = Interlocked.Increment(ref _open);
        try
        {
            var call = await Call.ReadAsync(context, operation, concurrent);
            var (answer, fault) = Decide(call);
            log.Add(new ServedRequest(
                state.Now, standIn.Provider, operation.Name, call.Method, call.PathAndQuery,
                call.Header("Idempotency-Key") ?? call.Header("Klarna-Idempotency-Key"), call.Body, answer?.Status, fault));
            if (fault?.Kind is FaultKind.Slow slow)
            {
                using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
                await Signal.WaitAsync(slow.Pause, givenUp.Token);
            }

            await (answer is null ? FaultServing.LoseAsync(fault!.Kind, context, stopping) : answer.WriteAsync(context.Response, context.RequestAborted));
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private (Answer? Answer, Fault? Fault) Decide(Call call)
    {
        lock (state.Gate)
        {
            if (standIn.Refuse(call) is { } refusal)
            {
                return (standIn.Finish(refusal), null);
            }

            var fault = faults.Take(standIn.Provider, call.Operation.Name, [.. call.Values(), .. standIn.ReferencesOf(call)]);
            var carriedOut = fault is null or { AfterProcessing: true } or { Kind: FaultKind.Slow } ? call.Operation.Handle(call) : null;
            if (fault is null or { Kind: FaultKind.Slow })
            {
                return (standIn.Finish(carriedOut!), fault);
            }

            return (FaultServing.AnswerOf(fault.Kind, standIn, call) is { } failing ? standIn.Finish(failing) : null, fault);
        }
    }
}
