using ProviderSandbox.Wire;

namespace ProviderSandbox.Adyen;

/// <summary>The merchant account's payments, and the notifications that tell their fate.</summary>
public sealed class AdyenPayments
{
    private readonly Dictionary<string, AdyenPayment> _payments = new(StringComparer.Ordinal);
    private readonly List<AdyenNotification> _notifications = [];
    private readonly SandboxState _state;

    internal AdyenPayments(SandboxState state) => _state = state;

    /// <summary>Gets every notification so far, in order. The outcome of a capture, refund or cancellation is only here.</summary>
    public IReadOnlyList<AdyenNotification> Notifications
    {
        get
        {
            lock (_state.Gate)
            {
                return [.. _notifications];
            }
        }
    }

    /// <summary>Makes a payment that was authorised at the given time.</summary>
    /// <exception cref="ArgumentException">The amount is not positive.</exception>
    public AdyenPayment SeedAuthorised(string reference, long amount, DateTimeOffset authorisedAt, string currency = "NOK")
    {
        if (amount <= 0)
        {
            throw new ArgumentException($"A payment of {amount} cannot be.", nameof(amount));
        }

        lock (_state.Gate)
        {
            return Authorise(new AdyenPayment(_state.Ids.PspReference(), reference, currency, amount, authorisedAt, null));
        }
    }

    /// <summary>Gets a payment by the pspReference of its authorisation, or null.</summary>
    public AdyenPayment? Find(string pspReference)
    {
        lock (_state.Gate)
        {
            return _payments.GetValueOrDefault(pspReference);
        }
    }

    internal AdyenPayment Authorise(AdyenPayment payment)
    {
        _notifications.Add(new AdyenNotification(
            "AUTHORISATION", payment.PspReference, null, payment.Reference, payment.Authorised, payment.Currency, true, string.Empty, payment.AuthorisedAt));
        return Save(payment);
    }

    internal AdyenPayment Save(AdyenPayment payment) => _payments[payment.PspReference] = payment;

    internal void Notify(AdyenPayment payment, string eventCode, string pspReference, long amount, string? refusal = null) =>
        _notifications.Add(new AdyenNotification(
            eventCode, pspReference, payment.PspReference, payment.Reference, amount, payment.Currency, refusal is null, refusal ?? string.Empty, _state.Now));
}
