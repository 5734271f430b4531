using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>The company: its settings, and what was transferred to it.</summary>
public sealed class TripletexCompany
{
    /// <summary>A company that can receive EHF documents; others can be registered.</summary>
    public const string EhfRecipient = "987654325";

    // As in a new company: the low rate of 12 % is there but not activated.
    private readonly HashSet<string> _activeVat = ["0", "3", "5", "6", "31"];
    private readonly HashSet<string> _ehfRecipients = [EhfRecipient];
    private readonly SandboxState _state;

    internal TripletexCompany(SandboxState state) => _state = state;

    /// <summary>Gets the customers as JSON, in order of creation.</summary>
    public IReadOnlyList<JsonObject> Customers => Copy(CustomerTable);

    /// <summary>Gets the orders as JSON, in order of creation.</summary>
    public IReadOnlyList<JsonObject> Orders => Copy(OrderTable);

    /// <summary>Gets the vouchers as JSON, in order of creation.</summary>
    public IReadOnlyList<JsonObject> Vouchers => Copy(VoucherTable);

    internal TripletexTable CustomerTable { get; } = new(101);

    internal TripletexTable OrderTable { get; } = new(2001);

    internal TripletexTable VoucherTable { get; } = new(30001);

    internal IEnumerable<TripletexVatType> ActiveVatTypes => TripletexVatType.Outgoing.Where(IsActive);

    /// <summary>Activates a VAT type, as a merchant does in the VAT settings.</summary>
    /// <param name="number">Number of the VAT type, such as 33 for 12 %; not its id.</param>
    /// <exception cref="ArgumentException">There is no such VAT type.</exception>
    public void ActivateVat(string number) => SetVat(number, isActive: true);

    /// <summary>Deactivates a VAT type: it is not listed, and orders with it are refused.</summary>
    /// <param name="number">Number of the VAT type; not its id.</param>
    /// <exception cref="ArgumentException">There is no such VAT type.</exception>
    public void DeactivateVat(string number) => SetVat(number, isActive: false);

    /// <summary>Makes a company able to receive EHF documents.</summary>
    public void RegisterForEhf(string organizationNumber)
    {
        lock (_state.Gate)
        {
            _ehfRecipients.Add(organizationNumber);
        }
    }

    internal bool IsActive(TripletexVatType vatType) => _activeVat.Contains(vatType.Number);

    internal bool CanReceiveEhf(JsonObject customer) => customer["organizationNumber"].AsText() is { } number && _ehfRecipients.Contains(number);

    private void SetVat(string number, bool isActive)
    {
        if (TripletexVatType.Outgoing.All(known => known.Number != number))
        {
            throw new ArgumentException($"There is no VAT type {number}.", nameof(number));
        }

        lock (_state.Gate)
        {
            _ = isActive ? _activeVat.Add(number) : _activeVat.Remove(number);
        }
    }

    private List<JsonObject> Copy(TripletexTable table)
    {
        lock (_state.Gate)
        {
            return [.. table.Rows.Select(row => row.DeepClone().AsObject())];
        }
    }
}
