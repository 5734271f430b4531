using System.Globalization;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>Tripletex API v2 with one Norwegian company, answering in Norwegian.</summary>
internal sealed class TripletexStandIn : IStandIn
{
    // The true figures are not published; these are of their order.
    private readonly RateLimit _limit = new(100, TimeSpan.FromSeconds(10));
    private readonly SandboxState _state;
    private readonly TripletexCompany _company;
    private readonly TripletexSessions _sessions;
    private (int Remaining, TimeSpan Reset) _quota;

    public TripletexStandIn(SandboxState state, TripletexCompany company)
    {
        _state = state;
        _company = company;
        _sessions = new TripletexSessions(state);
        var customers = new TripletexCustomers(state, company);
        var orders = new TripletexOrders(state, company);
        var ledger = new TripletexLedger(state, company);
        Operations =
        [
            new("createSession", "PUT", "/token/session/:create", _sessions.Create),
            new("whoAmI", "GET", "/token/session/>whoAmI", _sessions.WhoAmI),
            new("deleteSession", "DELETE", "/token/session/{token}", _sessions.Delete),
            new("searchCustomers", "GET", "/customer", customers.Search),
            new("getCustomer", "GET", "/customer/{id}", customers.Get),
            new("createCustomer", "POST", "/customer", customers.Create),
            new("updateCustomer", "PUT", "/customer/{id}", customers.Update),
            new("searchOrders", "GET", "/order", orders.Search),
            new("getOrder", "GET", "/order/{id}", orders.Get),
            new("createOrder", "POST", "/order", orders.Create),
            new("invoiceOrder", "PUT", "/order/{id}/:invoice", orders.Invoice),
            new("vatTypes", "GET", "/ledger/vatType", ledger.VatTypes),
            new("accounts", "GET", "/ledger/account", ledger.Accounts),
            new("createVoucher", "POST", "/ledger/voucher", ledger.CreateVoucher),
            new("getVoucher", "GET", "/ledger/voucher/{id:long}", ledger.GetVoucher),
            new("findVoucher", "GET", "/ledger/voucher/>externalVoucherNumber", ledger.FindVoucher),
        ];
    }

    public Provider Provider => Provider.Tripletex;

    public string BasePath => "/tripletex/v2";

    public IReadOnlyList<Operation> Operations { get; }

    public Answer? Refuse(Call call)
    {
        if (call.Operation.Name != "createSession" && !_sessions.IsValid(call.Header("Authorization")))
        {
            return TripletexErrors.Unauthorized(_state.Ids);
        }

        _quota = _limit.Count(string.Empty, _state.Now);
        if (_quota.Remaining < 0)
        {
            return RateLimited(call);
        }

        return call.IsMalformed ? TripletexErrors.Of("22000", _state.Ids) : null;
    }

    public IEnumerable<string> ReferencesOf(Call call) =>
        call.Operation.Name is "getOrder" or "invoiceOrder" && _company.OrderTable.Find(TripletexAnswers.Id(call)) is { } order
            ? new[] { order["number"].AsText(), order["reference"].AsText() }.OfType<string>()
            : [];

    public Answer UnknownPath(Call call) => TripletexErrors.Write(404, 21000, "HTTP 404 Not Found", _state.Ids);

    public Answer Outage(int status, Call call) => status == 500 ? TripletexErrors.Of("1000", _state.Ids) : Answer.GatewayPage(status);

    public Answer RateLimited(Call call) => TripletexErrors.Write(429, 429, "Too many requests", _state.Ids);

    public Answer? Documented(string code, Call? call) => TripletexErrors.Documented(code, _state.Ids);

    public Answer Finish(Answer answer)
    {
        var identified = TripletexErrors.WithRequestId(answer, _state.Ids);

        // The real 429 is known to come without the header that says how long to wait.
        return identified.Status is 429 or 401
            ? identified
            : identified
                .With("X-Rate-Limit-Limit", Number(_limit.Permits))
                .With("X-Rate-Limit-Remaining", Number(_quota.Remaining))
                .With("X-Rate-Limit-Reset", Number((int)Math.Ceiling(_quota.Reset.TotalSeconds)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
