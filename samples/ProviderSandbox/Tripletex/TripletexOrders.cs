using System.Globalization;
using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>Orders and their invoicing.</summary>
internal sealed class TripletexOrders(SandboxState state, TripletexCompany company)
{
    private const int FirstInvoiceNumber = 50001;
    private const long FirstInvoiceId = 70001;
    private const string PaymentTypeId = "7";

    private int _invoices;

    public Answer Search(Call call)
    {
        string[] required = ["orderDateFrom", "orderDateTo"];
        if (required.Where(name => string.IsNullOrEmpty(call.Query(name))).ToList() is { Count: > 0 } missing)
        {
            return TripletexErrors.Missing(missing, state.Ids);
        }

        var (from, to) = (call.Query("orderDateFrom")!, call.Query("orderDateTo")!);
        if (string.CompareOrdinal(from, to) >= 0)
        {
            var message = $"'From and including' value ({from}) is greater than or equal 'To and excluding' value ({to}) in filter.";
            return TripletexErrors.Invalid([new ValidationMessage("orderDateFrom", message)], state.Ids);
        }

        return TripletexAnswers.List(call, company.OrderTable.Rows.Where(row =>
            string.CompareOrdinal(row["orderDate"].AsText(), from) >= 0
            && string.CompareOrdinal(row["orderDate"].AsText(), to) < 0
            && (call.Query("number") is not { } number || row["number"].AsText() == number)
            && (call.Query("customerId") is not { } id || row["customer"]?["id"].AsInteger()?.ToString() == id)));
    }

    public Answer Get(Call call) => company.OrderTable.Find(TripletexAnswers.Id(call)) is { } row
        ? TripletexAnswers.Value(200, row)
        : TripletexErrors.Of("6000", state.Ids);

    public Answer Create(Call call)
    {
        if (call.Json is not { } order)
        {
            return TripletexErrors.Of("22000", state.Ids);
        }

        if (TripletexMapping.Fault("order", order) is { } fault)
        {
            return TripletexErrors.Unmapped(fault, state.Ids);
        }

        var messages = Messages(order).Concat(new TripletexOrderLines(company, order).Messages()).ToList();
        if (messages.Count > 0)
        {
            return TripletexErrors.Invalid(messages, state.Ids);
        }

        var sent = order.DeepClone().AsObject();
        sent["number"] ??= (company.OrderTable.Rows.Count() + 1).ToString(CultureInfo.InvariantCulture);
        sent["isClosed"] = false;
        return TripletexAnswers.Value(201, company.OrderTable.Add(sent));
    }

    public Answer Invoice(Call call)
    {
        if (company.OrderTable.Find(TripletexAnswers.Id(call)) is not { } order)
        {
            return TripletexErrors.Of("6000", state.Ids);
        }

        if (string.IsNullOrEmpty(call.Query("invoiceDate")))
        {
            return TripletexErrors.Missing(["invoiceDate"], state.Ids);
        }

        if (InvoiceRefusal(call, order) is { } message)
        {
            return TripletexErrors.Invalid([message], state.Ids);
        }

        order["isClosed"] = true;
        _invoices++;
        return TripletexAnswers.Value(200, new
        {
            id = FirstInvoiceId + _invoices - 1,
            invoiceNumber = FirstInvoiceNumber + _invoices - 1,
            invoiceDate = call.Query("invoiceDate"),
            orders = new[] { new { id = order["id"].AsInteger() } },
        });
    }

    private ValidationMessage? InvoiceRefusal(Call call, JsonObject order) => call switch
    {
        _ when order["isClosed"]!.GetValue<bool>() => new("order", "Ordren er lukket."),
        _ when order["orderLines"] is not JsonArray { Count: > 0 } => new(null, "Fakturaen inneholder ingen ordrelinjer."),
        _ when call.Query("paymentTypeId") is { } id && id != PaymentTypeId => new("paymentTypeId", "Ugyldig betalingstype."),
        _ when call.Query("sendToCustomer") != "false" && MustHaveEhf(company.CustomerTable.Find(order["customer"]?["id"].AsInteger())) =>
            new(null, ValidationMessage.CannotReceiveEhf),
        _ => null,
    };

    private IEnumerable<ValidationMessage> Messages(JsonObject order)
    {
        foreach (var name in (string[])["orderDate", "deliveryDate"])
        {
            if (order[name].AsText() is null)
            {
                yield return new(name, ValidationMessage.IsNull);
            }
            else if (!DateOnly.TryParseExact(order[name].AsText(), "yyyy-MM-dd", out _))
            {
                yield return new(name, "Ugyldig format.");
            }
        }

        var customer = company.CustomerTable.Find(order["customer"]?["id"].AsInteger());
        if (customer is null)
        {
            yield return order["customer"]?["id"] is null ? new("customer", ValidationMessage.IsNull) : new("customer.id", ValidationMessage.UnknownId);
        }
        else if (MustHaveEhf(customer))
        {
            yield return new(null, ValidationMessage.CannotReceiveEhf);
        }

        if (order["number"].AsText() is { } number && company.OrderTable.Rows.Any(row => row["number"].AsText() == number))
        {
            yield return new("number", ValidationMessage.OrderNumberInUse);
        }
    }

    private bool MustHaveEhf(JsonObject? customer) =>
        customer is not null && customer["invoiceSendMethod"].AsText() == "EHF" && !company.CanReceiveEhf(customer);
}
