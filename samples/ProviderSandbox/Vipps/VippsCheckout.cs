using System.Globalization;
using System.Text.RegularExpressions;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>Creating, approving and reading payments.</summary>
internal sealed partial class VippsCheckout(SandboxState state, VippsPayments payments, VippsIdempotency idempotency)
{
    private const long MinimumAmount = 100;
    private const long MaximumAmount = 65_000_000;

    // Cards guarantee a reservation for seven days at least.
    private static readonly TimeSpan Guarantee = TimeSpan.FromDays(7);

    private static readonly string[] Fields =
    [
        "amount", "blockedSources", "customer", "customerInteraction", "expiresAt", "industryData", "metadata", "minimumUserAge",
        "paymentDescription", "paymentMethod", "profile", "qrFormat", "receipt", "receiptUrl", "reference", "returnUrl", "shipping", "userFlow",
    ];

    private static readonly Dictionary<long, string> RefusedAmounts = new()
    {
        [151] = "Insufficient funds",
        [182] = "Refused by issuer",
        [183] = "Suspected fraud",
        [184] = "Withdrawal limit exceeded",
        [186] = "Expired card",
        [187] = "Invalid card",
        [197] = "3-D Secure denied",
        [202] = "SCA required",
    };

    public Answer Create(Call call) => idempotency.Once(call, "4020", () => CreateNew(call));

    public Answer Approve(Call call)
    {
        if (payments.Find(call.Route("reference")) is not { } payment)
        {
            return Problem(call, "5090");
        }

        if (payment.State != "CREATED")
        {
            return Problem(call, "10010", $"The payment is {payment.State}.");
        }

        if (RefusedAmounts.TryGetValue(payment.Amount, out var reason))
        {
            return Problem(call, "10010", reason);
        }

        payments.Save(payment with { State = "AUTHORIZED", AuthorisedAt = state.Now }, "AUTHORIZED", payment.Amount, null);
        return Answer.Empty(200);
    }

    public Answer Get(Call call)
    {
        if (payments.Find(call.Route("reference")) is not { } payment)
        {
            return Problem(call, "5090");
        }

        return Answer.Json(200, new
        {
            aggregate = VippsModifications.Aggregate(payment),
            amount = new { currency = payment.Currency, value = payment.Amount },
            state = payment.State,
            paymentMethod = new { type = "WALLET" },
            profile = new { },
            pspReference = payment.PspReference,
            reference = payment.Reference,
            captureGuaranteedUntil = payment.AuthorisedAt + Guarantee,
        });
    }

    public Answer Events(Call call)
    {
        if (payments.Find(call.Route("reference")) is not { } payment)
        {
            return Problem(call, "5090");
        }

        return Answer.Json(200, payments.EventsOf(payment.Reference).Select(entry => new
        {
            reference = payment.Reference,
            pspReference = entry.PspReference,
            name = entry.Name,
            amount = new { currency = payment.Currency, value = entry.Amount },
            timestamp = entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            idempotencyKey = entry.IdempotencyKey,
            success = true,
        }).ToList());
    }

    private Answer CreateNew(Call call)
    {
        if (Refuse(call) is { } refusal)
        {
            return refusal;
        }

        var reference = call.Text("reference")!;
        var amount = call.Integer("amount.value")!.Value;
        var expiresAt = DateTimeOffset.TryParse(call.Text("expiresAt"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : state.Now + VippsPayments.TimeToApprove;
        var payment = new VippsPayment(reference, state.Ids.Guid().ToString(), call.Text("amount.currency")!, amount, state.Now, expiresAt);
        payments.Save(payment, "CREATED", amount, call.Header("Idempotency-Key"));
        return Answer.Json(201, new { redirectUrl = $"https://landing.vipps.no?token={state.Ids.Token()}", reference });
    }

    private Answer? Refuse(Call call)
    {
        if (call.Json?.FirstOrDefault(member => !Fields.Contains(member.Key)).Key is { } unknown)
        {
            return Field(call, unknown, $"Could not find member '{unknown}' on object of type 'CreatePaymentRequest'.");
        }

        var reference = call.Text("reference");
        if (reference is null || !ReferencePattern().IsMatch(reference))
        {
            return Field(call, "reference", "The field Reference must match the regular expression '^[a-zA-Z0-9-]{8,64}$'.");
        }

        if (call.Text("userFlow") is null)
        {
            return Field(call, "userFlow", "The UserFlow field is required.");
        }

        return call switch
        {
            _ when call.Text("paymentMethod.type") is not ("WALLET" or "CARD" or "CARD_PASSTHROUGH") => Problem(call, "4160"),
            _ when call.Integer("amount.value") is not (>= 0 and <= MaximumAmount) => Problem(call, "4040"),
            _ when call.Text("amount.currency") != "NOK" => Problem(call, "5040"),
            _ when call.Integer("amount.value") < MinimumAmount => Problem(call, "6010"),
            _ when payments.Find(reference) is not null => Problem(call, "4150", $"Reference {reference} already exists."),
            _ => null,
        };
    }

    private Answer Problem(Call call, string code, string? detail = null) =>
        VippsProblem.Of(code, VippsStandIn.InstanceOf(call), state.Ids.TraceId(), detail);

    private Answer Field(Call call, string field, string reason) =>
        VippsProblem.OfField(field, reason, VippsStandIn.InstanceOf(call), state.Ids.TraceId());

    [GeneratedRegex("^[a-zA-Z0-9-]{8,64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReferencePattern();
}
