using System.Text.Json;
using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>The rules for the lines of an order.</summary>
internal sealed class TripletexOrderLines(TripletexCompany company, JsonObject order)
{
    private readonly bool _includingVat = order["isPrioritizeAmountsIncludingVat"]?.GetValueKind() == JsonValueKind.True;

    public IEnumerable<ValidationMessage> Messages() =>
        (order["orderLines"] as JsonArray ?? []).OfType<JsonObject>().Select(MessageOf).OfType<ValidationMessage>().Distinct();

    private ValidationMessage? MessageOf(JsonObject line)
    {
        if (string.IsNullOrWhiteSpace(line["description"].AsText()) && line["product"] is null)
        {
            return new("orderLines.description", "Det må registreres en beskrivelse eller et produkt.");
        }

        var other = _includingVat ? "unitPriceExcludingVatCurrency" : "unitPriceIncludingVatCurrency";
        if (line[other] is not null)
        {
            var kind = _includingVat ? "med" : "uten";
            return new("orderLines", $"Enhetspris må være {kind} mva siden enhetspris på ordre er {kind} mva.");
        }

        // A line without a VAT type has none: 0 %.
        if (line["vatType"]?["id"].AsInteger() is not { } id)
        {
            return null;
        }

        var vatType = TripletexVatType.Outgoing.FirstOrDefault(known => known.Id == id);
        return vatType switch
        {
            null => new("vatType", ValidationMessage.UnknownId),
            _ when !company.IsActive(vatType) => new("vatType.id", ValidationMessage.InvalidVat),
            _ => null,
        };
    }
}
