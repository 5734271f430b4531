using ProviderSandbox.Wire;

namespace ProviderSandbox.Adyen;

/// <summary>Adyen's Checkout API v72: payments and their modifications, on an account that allows several partial captures.</summary>
internal sealed class AdyenStandIn : IStandIn
{
    private const int LongestKey = 64;

    // Adyen does not publish how long; no caller should count on more.
    private readonly IdempotencyKeys _keys = new(TimeSpan.FromDays(7));
    private readonly SandboxState _state;
    private readonly AdyenPayments _payments;

    public AdyenStandIn(SandboxState state, AdyenPayments payments)
    {
        _state = state;
        _payments = payments;
        var checkout = new AdyenCheckout(state, payments);
        var modifications = new AdyenModifications(state, payments);
        const string payment = "/payments/{paymentPspReference}";
        Operations =
        [
            new("authorise", "POST", "/payments", Once(checkout.Pay)),
            new("capture", "POST", payment + "/captures", Once(modifications.Capture)),
            new("refund", "POST", payment + "/refunds", Once(modifications.Refund)),
            new("cancel", "POST", payment + "/cancels", Once(modifications.Cancel)),
            new("reverse", "POST", payment + "/reversals", Once(modifications.Reverse)),
        ];
    }

    public Provider Provider => Provider.Adyen;

    public string BasePath => "/adyen/v72";

    public IReadOnlyList<Operation> Operations { get; }

    public Answer? Refuse(Call call)
    {
        if (call.Header("X-API-Key") != AdyenCredentials.ApiKey)
        {
            return AdyenErrors.WithoutReference("000");
        }

        if (call.IsMalformed)
        {
            return AdyenErrors.WithoutReference("702");
        }

        return call.Header("Idempotency-Key")?.Length > LongestKey ? AdyenErrors.Of("29_001", _state.Ids) : null;
    }

    public IEnumerable<string> ReferencesOf(Call call) =>
        _payments.Find(call.Route("paymentPspReference")) is { } payment ? [payment.Reference] : [];

    public Answer UnknownPath(Call call) => Answer.Empty(404);

    public Answer Outage(int status, Call call) => status == 503
        ? AdyenErrors.Of("703", _state.Ids)
        : AdyenErrors.Write(status, "903", "Internal error", "internal", _state.Ids);

    // Nothing is published about Adyen's rate limits but the status.
    public Answer RateLimited(Call call) => AdyenErrors.Write(429, "000", "HTTP Status Response - Too Many Requests", "validation", _state.Ids);

    public Answer? Documented(string code, Call? call) => AdyenErrors.IsKnown(code) ? AdyenErrors.Of(code, _state.Ids) : null;

    public Answer Finish(Answer answer) => answer;

    /// <summary>A known key gives its first answer again and says so in a header.</summary>
    private Func<Call, Answer> Once(Func<Call, Answer> carryOut) => call =>
    {
        if (call.Header("Idempotency-Key") is not { Length: > 0 } key)
        {
            return carryOut(call);
        }

        if (!_keys.TryFind(key, _state.Now, out _, out var answer))
        {
            answer = carryOut(call).With("Idempotency-Key", key);
            _keys.Keep(key, _state.Now, call, answer);
        }

        return answer;
    };
}
