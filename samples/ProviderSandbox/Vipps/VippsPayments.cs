using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>The sales unit's payments.</summary>
public sealed class VippsPayments
{
    /// <summary>How long the customer has to approve, unless the payment says otherwise.</summary>
    internal static readonly TimeSpan TimeToApprove = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, VippsPayment> _payments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<VippsEvent>> _events = new(StringComparer.Ordinal);
    private readonly SandboxState _state;

    internal VippsPayments(SandboxState state) => _state = state;

    /// <summary>Makes a payment that the customer approved at the given time, for instance so long ago that it can no longer be captured.</summary>
    /// <exception cref="ArgumentException">There is a payment with this reference.</exception>
    public VippsPayment SeedAuthorised(string reference, long amount, DateTimeOffset authorisedAt)
    {
        lock (_state.Gate)
        {
            if (_payments.ContainsKey(reference))
            {
                throw new ArgumentException($"There is a payment {reference} already.", nameof(reference));
            }

            var created = new VippsPayment(reference, _state.Ids.Guid().ToString(), "NOK", amount, authorisedAt, authorisedAt + TimeToApprove);
            Save(created, "CREATED", amount, null, authorisedAt);
            var authorised = created with { State = "AUTHORIZED", AuthorisedAt = authorisedAt };
            Save(authorised, "AUTHORIZED", amount, null, authorisedAt);
            return authorised;
        }
    }

    /// <summary>Gets a payment as it stands now, or null.</summary>
    public VippsPayment? Find(string reference)
    {
        lock (_state.Gate)
        {
            return _payments.GetValueOrDefault(reference)?.AsOf(_state.Now);
        }
    }

    internal void Save(VippsPayment payment, string eventName, long amount, string? idempotencyKey, DateTimeOffset? at = null)
    {
        _payments[payment.Reference] = payment;
        if (!_events.TryGetValue(payment.Reference, out var events))
        {
            _events[payment.Reference] = events = [];
        }

        events.Add(new VippsEvent(eventName, _state.Ids.Guid().ToString(), amount, at ?? _state.Now, idempotencyKey));
    }

    internal IReadOnlyList<VippsEvent> EventsOf(string reference) => _events.GetValueOrDefault(reference) ?? [];
}
