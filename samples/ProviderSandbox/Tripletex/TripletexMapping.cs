using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProviderSandbox.Tripletex;

/// <summary>The mapping of a request to an object, which refuses fields that the object lacks and references that are not objects.</summary>
internal static class TripletexMapping
{
    private static readonly string[] Numbers =
        ["id", "count", "row", "amountGross", "amountGrossCurrency", "unitPriceIncludingVatCurrency", "unitPriceExcludingVatCurrency", "discount"];

    private static readonly string[] References = ["customer", "vatType", "account", "currency", "product", "department", "project", "voucherType"];

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["customer"] =
            """
            id version name organizationNumber globalLocationNumber customerNumber isSupplier isCustomer isInactive accountManager department email
            invoiceEmail overdueNoticeEmail bankAccounts phoneNumber phoneNumberMobile description language displayName isPrivateIndividual
            singleCustomerInvoice invoiceSendMethod emailAttachmentType postalAddress physicalAddress deliveryAddress category1 category2 category3
            invoicesDueIn invoicesDueInType currency ledgerAccount website discountPercentage
            """,
        ["order"] =
            """
            id version customer contact attn displayName receiverEmail overdueNoticeEmail number reference ourContact ourContactEmployee department
            orderDate project invoiceComment currency invoicesDueIn status invoicesDueInType isClosed deliveryDate deliveryAddress deliveryComment
            isPrioritizeAmountsIncludingVat orderLineSorting orderLines discountPercentage
            """,
        ["orderLines"] =
            """
            id version product inventory description count unitCostCurrency unitPriceExcludingVatCurrency currency markup discount vatType order
            unitPriceIncludingVatCurrency sortIndex
            """,
        ["voucher"] = "id version date number description voucherType postings document attachment externalVoucherNumber vendorInvoiceNumber",
        ["postings"] =
            """
            id version date description account customer supplier employee project product department vatType amount amountCurrency amountGross
            amountGrossCurrency currency invoiceNumber termOfPayment row externalRef
            """,
    };

    /// <summary>The first fault of an object of the given kind, or null.</summary>
    public static ValidationMessage? Fault(string kind, JsonObject sent)
    {
        var known = Fields[kind].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (name, value) in sent)
        {
            var fault = known.Contains(name) ? FaultOf(name, value) : new ValidationMessage(name, ValidationMessage.UnknownField);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static ValidationMessage? FaultOf(string name, JsonNode? value) => value switch
    {
        null => null,
        JsonArray rows when Fields.ContainsKey(name) => rows.OfType<JsonObject>().Select(row => Fault(name, row)).FirstOrDefault(fault => fault is not null) switch
        {
            { } inner => inner with { Field = $"{name}.{inner.Field}" },
            null => null,
        },
        JsonObject reference when References.Contains(name) => reference["id"] is { } id && id.GetValueKind() != JsonValueKind.Number
            ? new ValidationMessage($"{name}.id", ValidationMessage.WrongType)
            : null,
        _ when References.Contains(name) => new ValidationMessage(name, ValidationMessage.WrongType),
        _ when Numbers.Contains(name) && value.GetValueKind() != JsonValueKind.Number => new ValidationMessage(name, ValidationMessage.WrongType),
        _ => null,
    };
}
