using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>Vipps MobilePay: the access token API and ePayment.</summary>
internal sealed class VippsStandIn : IStandIn
{
    // 5 a minute for each reference and operation that changes something, 120 for reading.
    private readonly RateLimit _changes = new(5, TimeSpan.FromMinutes(1));
    private readonly RateLimit _reads = new(120, TimeSpan.FromMinutes(1));
    private readonly SandboxState _state;
    private readonly VippsTokens _tokens;

    public VippsStandIn(SandboxState state, VippsPayments payments)
    {
        _state = state;
        _tokens = new VippsTokens(state);
        var idempotency = new VippsIdempotency(state);
        var checkout = new VippsCheckout(state, payments, idempotency);
        var modifications = new VippsModifications(state, payments, idempotency);
        const string payment = "/epayment/v1/payments/{reference}";
        Operations =
        [
            new("accessToken", "POST", "/accesstoken/get", _tokens.Create),
            new("create", "POST", "/epayment/v1/payments", checkout.Create),
            new("approve", "POST", "/epayment/v1/test/payments/{reference}/approve", checkout.Approve),
            new("get", "GET", payment, checkout.Get),
            new("events", "GET", payment + "/events", checkout.Events),
            new("capture", "POST", payment + "/capture", modifications.Capture),
            new("refund", "POST", payment + "/refund", modifications.Refund),
            new("cancel", "POST", payment + "/cancel", modifications.Cancel),
        ];
    }

    public Provider Provider => Provider.Vipps;

    public string BasePath => "/vipps";

    public IReadOnlyList<Operation> Operations { get; }

    public Answer? Refuse(Call call)
    {
        if (call.Header("Ocp-Apim-Subscription-Key") != VippsCredentials.SubscriptionKey)
        {
            return VippsProblem.OfGateway(401, "Access denied due to missing or invalid subscription key.");
        }

        if (call.Operation.Name == "accessToken")
        {
            return null;
        }

        if (!_tokens.IsValid(call.Header("Authorization")))
        {
            return VippsProblem.OfGateway(401, "Unauthorized. Access token is missing or invalid.");
        }

        // A missing serial number is the keys' own; another one's payments are out of reach.
        if (call.Header("Merchant-Serial-Number") is { } number && number != VippsCredentials.MerchantSerialNumber)
        {
            return VippsProblem.OfGateway(403, "Forbidden. The keys do not belong to this Merchant-Serial-Number.");
        }

        return IsOverLimit(call) ? RateLimited(call) : null;
    }

    // The reference is in the path, or in the body of create.
    public IEnumerable<string> ReferencesOf(Call call) => [];

    public Answer UnknownPath(Call call) => VippsProblem.OfGateway(404, "Resource not found");

    public Answer Outage(int status, Call call) =>
        status == 500 ? VippsProblem.Of("3010", InstanceOf(call), _state.Ids.TraceId()) : VippsProblem.OfGateway(status, "Service unavailable");

    public Answer RateLimited(Call call) =>
        VippsProblem.OfGateway(429, "Rate limit is exceeded. Try again in 60 seconds.").With("Retry-After", "60");

    public Answer? Documented(string code, Call? call) =>
        VippsProblem.IsKnown(code) ? VippsProblem.Of(code, call is null ? string.Empty : InstanceOf(call), _state.Ids.TraceId()) : null;

    public Answer Finish(Answer answer) => answer;

    /// <summary>The path as the provider's problems show it: without the product's prefix.</summary>
    internal static string InstanceOf(Call call) => call.Path.Replace("/vipps/epayment", string.Empty, StringComparison.Ordinal);

    private bool IsOverLimit(Call call)
    {
        var reference = call.Operation.Name == "create" ? call.Text("reference") : call.Route("reference");
        var limit = call.Method == "GET" ? _reads : _changes;
        return limit.Count($"{call.Operation.Name} {reference}", _state.Now).Remaining < 0;
    }
}
