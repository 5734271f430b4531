using System.Text.Json;
using System.Text.Json.Serialization;
using SystemLog.Orders.Workflows;
using SystemLog.Storage;

namespace SystemLog.Orders;

/// <summary>What the host tells of an order and nobody looks for, as it is stored: a JSON object of a form that never changes, only gets a successor.</summary>
internal sealed partial record StoredFacts
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    public bool? PlacedByApprover { get; init; }

    public bool AcceptsEmail { get; init; }

    public bool AcceptsSms { get; init; }

    public StoredPayment? Payment { get; init; }

    public bool NeedsProduction { get; init; }

    public bool ExpectsInvoice { get; init; }

    public string? InvoiceNumber { get; init; }

    public long? StartsAt { get; init; }

    public string? SourceVersion { get; init; }

    public string? AdminUrl { get; init; }

    public string? CustomerUrl { get; init; }

    /// <summary>Returns the text that the facts of a snapshot are stored as.</summary>
    public static string Of(OrderSnapshot snapshot) => JsonSerializer.Serialize(
        new StoredFacts
        {
            PlacedByApprover = snapshot.PlacedByApprover,
            AcceptsEmail = snapshot.Customer.AcceptsEmail,
            AcceptsSms = snapshot.Customer.AcceptsSms,
            Payment = snapshot.Payment is { } payment ? StoredPayment.Of(payment) : null,
            NeedsProduction = snapshot.NeedsProduction,
            ExpectsInvoice = snapshot.ExpectsInvoice,
            InvoiceNumber = OrderTexts.Cut(snapshot.InvoiceNumber, OrderTexts.MaxName),
            StartsAt = snapshot.StartsAt?.ToUnixTimeMilliseconds(),
            SourceVersion = OrderTexts.Cut(snapshot.SourceVersion, OrderTexts.MaxName),
            AdminUrl = OrderTexts.Cut(snapshot.AdminUrl, OrderTexts.MaxUrl),
            CustomerUrl = OrderTexts.Cut(snapshot.CustomerUrl, OrderTexts.MaxUrl),
        },
        FactsJson.Default.StoredFacts);

    /// <summary>Returns the facts of a stored text.</summary>
    /// <exception cref="StorageException">The text has a form that this program does not know.</exception>
    public static StoredFacts Read(long version, string text)
    {
        if (version != Version)
        {
            throw new StorageException($"An order is stored in form {version} by a newer SystemLog; this one knows form {Version}.", isTransient: false);
        }

        try
        {
            return JsonSerializer.Deserialize(text, FactsJson.Default.StoredFacts) ?? throw new JsonException("The facts are null.");
        }
        catch (JsonException exception)
        {
            throw new StorageException($"An order's facts are not of form {Version}.", isTransient: false, exception);
        }
    }

    /// <summary>The payment, with its state by name: its numbers are nobody's promise.</summary>
    internal sealed record StoredPayment
    {
        [JsonConverter(typeof(JsonStringEnumConverter<PaymentState>))]
        public PaymentState State { get; init; }

        public bool IsOnline { get; init; }

        public long AuthorizedMinor { get; init; }

        public long CapturedMinor { get; init; }

        public long RefundedMinor { get; init; }

        public bool HasOperationInFlight { get; init; }

        public static StoredPayment Of(OrderPayment payment) => new()
        {
            State = payment.State,
            IsOnline = payment.IsOnline,
            AuthorizedMinor = payment.AuthorizedMinor,
            CapturedMinor = payment.CapturedMinor,
            RefundedMinor = payment.RefundedMinor,
            HasOperationInFlight = payment.HasOperationInFlight,
        };

        public OrderPayment ToPayment() => new(State)
        {
            IsOnline = IsOnline,
            AuthorizedMinor = AuthorizedMinor,
            CapturedMinor = CapturedMinor,
            RefundedMinor = RefundedMinor,
            HasOperationInFlight = HasOperationInFlight,
        };
    }

    [JsonSourceGenerationOptions(
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(StoredFacts))]
    private sealed partial class FactsJson : JsonSerializerContext;
}
