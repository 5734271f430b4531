using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>The same key and body give the first answer again, even a refusal; the same key and another body are a conflict.</summary>
internal sealed class VippsIdempotency(SandboxState state)
{
    private const int LongestKey = 50;

    private readonly IdempotencyKeys _keys = new(TimeSpan.MaxValue);

    /// <param name="call">The call.</param>
    /// <param name="conflict">The code of a conflict with an earlier call of the same operation; with another operation it is 4020.</param>
    /// <param name="carryOut">Carries the call out.</param>
    /// <param name="isRequired">Whether the key must be sent.</param>
    public Answer Once(Call call, string conflict, Func<Answer> carryOut, bool isRequired = true)
    {
        var key = call.Header("Idempotency-Key");
        if (string.IsNullOrEmpty(key) && !isRequired)
        {
            return carryOut();
        }

        if (key is not { Length: > 0 and <= LongestKey })
        {
            return VippsProblem.OfField(
                "Idempotency-Key", $"The Idempotency-Key header is required and has at most {LongestKey} characters.",
                VippsStandIn.InstanceOf(call), state.Ids.TraceId());
        }

        if (_keys.TryFind(key, state.Now, out var request, out var first))
        {
            return request == IdempotencyKeys.RequestOf(call) ? first : Conflict(call, request, conflict);
        }

        var answer = carryOut();
        _keys.Keep(key, state.Now, call, answer);
        return answer;
    }

    private Answer Conflict(Call call, string request, string conflict)
    {
        var isSameOperation = request.StartsWith(call.Operation.Name + "\n", StringComparison.Ordinal);
        return VippsProblem.Of(isSameOperation ? conflict : "4020", VippsStandIn.InstanceOf(call), state.Ids.TraceId());
    }
}
