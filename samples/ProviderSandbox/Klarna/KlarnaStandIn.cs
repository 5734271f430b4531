using System.Globalization;
using System.Text;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Klarna;

/// <summary>Klarna's Order Management API v1.</summary>
internal sealed class KlarnaStandIn : IStandIn
{
    private const int LargestBody = 1024 * 1024;

    // The playground's limit, for each merchant.
    private readonly RateLimit _limit = new(50, TimeSpan.FromSeconds(1));
    private readonly IdempotencyKeys _keys = new(TimeSpan.FromHours(24));
    private readonly SandboxState _state;
    private readonly KlarnaOrders _orders;
    private int _remaining;

    public KlarnaStandIn(SandboxState state, KlarnaOrders orders)
    {
        _state = state;
        _orders = orders;
        var money = new KlarnaMoney(state, orders);
        var changes = new KlarnaChanges(state, orders);
        var reading = new KlarnaReading(state, orders);
        const string order = "/ordermanagement/v1/orders/{orderId}";
        Operations =
        [
            new("get", "GET", order, reading.Order),
            new("getCaptures", "GET", order + "/captures", reading.Captures),
            new("getCapture", "GET", order + "/captures/{captureId}", reading.Capture),
            new("getRefund", "GET", order + "/refunds/{refundId}", reading.Refund),
            new("capture", "POST", order + "/captures", Once(money.Capture)),
            new("refund", "POST", order + "/refunds", Once(money.Refund)),
            new("cancel", "POST", order + "/cancel", Once(changes.Cancel)),
            new("release", "POST", order + "/release-remaining-authorization", Once(changes.Release)),
            new("extend", "POST", order + "/extend-authorization-time", Once(changes.Extend)),
            new("acknowledge", "POST", order + "/acknowledge", Once(changes.Acknowledge)),
            new("shippingInfo", "POST", order + "/captures/{captureId}/shipping-info", Once(changes.AddShippingInfo)),
            new("updateAuthorization", "PATCH", order + "/authorization", Once(changes.UpdateAuthorization)),
            new("updateReferences", "PATCH", order + "/merchant-references", Once(changes.UpdateReferences)),
        ];
    }

    public Provider Provider => Provider.Klarna;

    public string BasePath => "/klarna";

    public IReadOnlyList<Operation> Operations { get; }

    public Answer? Refuse(Call call)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{KlarnaCredentials.Username}:{KlarnaCredentials.Password}"));
        if (call.Header("Authorization") != expected)
        {
            return KlarnaErrors.Unauthorized();
        }

        (_remaining, _) = _limit.Count(string.Empty, _state.Now);
        if (_remaining < 0)
        {
            return RateLimited(call);
        }

        return Encoding.UTF8.GetByteCount(call.Body) > LargestBody ? KlarnaErrors.Of("REQUEST_TOO_LARGE", _state.Ids) : null;
    }

    public IEnumerable<string> ReferencesOf(Call call) =>
        _orders.Find(call.Route("orderId")) is { } order ? new[] { order.MerchantReference1, order.MerchantReference2 }.OfType<string>() : [];

    public Answer UnknownPath(Call call) => KlarnaErrors.Of("NOT_FOUND", _state.Ids);

    public Answer Outage(int status, Call call) => status is 502 or 503 or 504
        ? KlarnaErrors.Of("TEMPORARILY_UNAVAILABLE", status, "Temporarily unavailable", _state.Ids)
        : KlarnaErrors.Of("INTERNAL_SERVER_ERROR", status, "Unexpected server error", _state.Ids);

    public Answer RateLimited(Call call) => KlarnaErrors.Of("TOO_MANY_REQUESTS", _state.Ids);

    public Answer? Documented(string code, Call? call) => KlarnaErrors.IsKnown(code) ? KlarnaErrors.Of(code, _state.Ids) : null;

    public Answer Finish(Answer answer) => answer
        .With("X-RateLimit-Limit", _limit.Permits.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Remaining", Math.Max(0, _remaining).ToString(CultureInfo.InvariantCulture));

    /// <summary>A known key gives its first answer again for 24 hours; path and body do not matter.</summary>
    private Func<Call, Answer> Once(Func<Call, Answer> carryOut) => call =>
    {
        if (call.Header("Klarna-Idempotency-Key") is not { Length: > 0 } key)
        {
            return carryOut(call);
        }

        if (_keys.TryFind(key, _state.Now, out _, out var first))
        {
            return first;
        }

        var answer = carryOut(call);
        _keys.Keep(key, _state.Now, call, answer);
        return answer;
    };
}
