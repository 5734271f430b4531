using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>Capture, refund and cancel, with the balances kept and the refusals as documented.</summary>
internal sealed class VippsModifications(SandboxState state, VippsPayments payments, VippsIdempotency idempotency)
{
    private const long RefundToADeletedUser = 123;
    private const long RefundTooLate = 124;

    // Norway: 180 days to capture or cancel; 365 days to refund.
    private static readonly TimeSpan CapturePeriod = TimeSpan.FromDays(180);
    private static readonly TimeSpan RefundPeriod = TimeSpan.FromDays(365);

    public Answer Capture(Call call) => idempotency.Once(call, "4010", () => Modify(call, CaptureRefusal, Captured));

    public Answer Refund(Call call) => idempotency.Once(call, "4150", () => Modify(call, RefundRefusal, Refunded));

    public Answer Cancel(Call call) => idempotency.Once(call, "4020", () => CancelRest(call), isRequired: false);

    internal static object Aggregate(VippsPayment payment) => new
    {
        authorizedAmount = Money(payment, payment.Authorised),
        cancelledAmount = Money(payment, payment.Cancelled),
        capturedAmount = Money(payment, payment.Captured),
        refundedAmount = Money(payment, payment.Refunded),
    };

    private static object Money(VippsPayment payment, long value) => new { currency = payment.Currency, value };

    private static VippsPayment Captured(VippsPayment payment, long amount, DateTimeOffset now) =>
        payment with { Captured = payment.Captured + amount, CapturedAt = now };

    private static VippsPayment Refunded(VippsPayment payment, long amount, DateTimeOffset now) =>
        payment with { Refunded = payment.Refunded + amount };

    private Answer Modify(Call call, Func<VippsPayment, long, string?> refusal, Func<VippsPayment, long, DateTimeOffset, VippsPayment> change)
    {
        if (call.IsMalformed || Unknown(call, "modificationAmount") is not null)
        {
            return Field(call, Unknown(call, "modificationAmount") ?? "body", "The request body is not valid.");
        }

        if (payments.Find(call.Route("reference")) is not { } payment)
        {
            return Problem(call, "5090");
        }

        if (call.Find("modificationAmount") is null)
        {
            return Field(call, "ModificationAmount", "The ModificationAmount field is required.");
        }

        if (call.Integer("modificationAmount.value") is not { } amount || amount <= 0 || call.Text("modificationAmount.currency") != payment.Currency)
        {
            return Problem(call, "4040");
        }

        if (refusal(payment, amount) is { } code)
        {
            return Problem(call, code);
        }

        var changed = change(payment, amount, state.Now);
        payments.Save(changed, call.Operation.Name == "capture" ? "CAPTURED" : "REFUNDED", amount, call.Header("Idempotency-Key"));
        return Totals(changed);
    }

    private string? CaptureRefusal(VippsPayment payment, long amount) => payment switch
    {
        { State: "CREATED" } => "6080",
        { State: "TERMINATED" } => "6070",
        { State: not "AUTHORIZED" } => "6200",
        { Captured: var captured } when captured == payment.Authorised => "6170",
        { Cancelled: > 0 } => "6070",
        _ when state.Now - payment.AuthorisedAt > CapturePeriod => "6100",
        _ when amount > payment.OpenToCapture => "6090",
        _ => null,
    };

    private string? RefundRefusal(VippsPayment payment, long amount) => payment switch
    {
        { State: not "AUTHORIZED" } => "6020",
        { Captured: > 0 } when payment.Refunded == payment.Captured => "6180",
        _ when amount > payment.Captured - payment.Refunded => "6150",
        _ when amount == RefundTooLate || state.Now - payment.AuthorisedAt > RefundPeriod => "6220",
        _ when amount == RefundToADeletedUser => "6210",
        _ => null,
    };

    private Answer CancelRest(Call call)
    {
        if (Unknown(call, "cancelTransactionOnly") is { } unknown)
        {
            return Field(call, unknown, "The request body is not valid.");
        }

        if (payments.Find(call.Route("reference")) is not { } payment)
        {
            return Problem(call, "5090");
        }

        if (CancelRefusal(payment, call.Flag("cancelTransactionOnly")) is { } code)
        {
            return Problem(call, code);
        }

        var isReserved = payment.State == "AUTHORIZED";
        var released = isReserved ? payment.OpenToCapture : payment.Amount;
        var cancelled = payment with { Cancelled = released, State = isReserved ? payment.State : "TERMINATED" };
        payments.Save(cancelled, isReserved ? "CANCELLED" : "TERMINATED", released, call.Header("Idempotency-Key"));
        return Totals(cancelled);
    }

    private string? CancelRefusal(VippsPayment payment, bool onlyUnapproved) => payment switch
    {
        { State: "CREATED" } => null,
        { State: not "AUTHORIZED" } => "6050",
        _ when onlyUnapproved => "6060",
        { Captured: var captured } when captured == payment.Authorised => "6040",
        { Cancelled: > 0 } => "6190",
        _ when state.Now - payment.AuthorisedAt > CapturePeriod => "6030",
        _ => null,
    };

    private static Answer Totals(VippsPayment payment) => Answer.Json(200, new
    {
        amount = Money(payment, payment.Amount),
        state = payment.State,
        aggregate = Aggregate(payment),
        pspReference = payment.PspReference,
        reference = payment.Reference,
    });

    private static string? Unknown(Call call, string known) => call.Json?.FirstOrDefault(member => member.Key != known).Key;

    private Answer Problem(Call call, string code) => VippsProblem.Of(code, VippsStandIn.InstanceOf(call), state.Ids.TraceId());

    private Answer Field(Call call, string field, string reason) =>
        VippsProblem.OfField(field, reason, VippsStandIn.InstanceOf(call), state.Ids.TraceId());
}
