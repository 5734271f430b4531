using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Mailchimp;

/// <summary>The store's products, customers and orders.</summary>
internal sealed class MailchimpStore(SandboxState state, MailchimpAudience audience)
{
    private static readonly string[] OrderFields = ["id", "customer", "currency_code", "order_total", "lines"];
    private static readonly string[] LineFields = ["id", "product_id", "product_variant_id", "quantity", "price"];

    public Answer PutProduct(Call call) => InStore(call, () => Put(audience.ProductRows, call, ["title", "variants"], call.Json!));

    public Answer PutCustomer(Call call) => InStore(call, () => Put(audience.CustomerRows, call, ["email_address", "opt_in_status"], call.Json!));

    public Answer GetOrder(Call call) => InStore(call, () =>
        audience.OrderRows.TryGetValue(call.Route("id"), out var order) ? Answer.Json(200, order) : MailchimpProblem.Of("Resource Not Found", state.Ids));

    public Answer AddOrder(Call call) => InStore(call, () =>
        call.Text("id") is { } id && audience.OrderRows.ContainsKey(id) ? MailchimpProblem.Of("Order Exists", state.Ids) : SaveOrder(call, call.Text("id")));

    public Answer PutOrder(Call call) => InStore(call, () => SaveOrder(call, call.Route("id")));

    private Answer SaveOrder(Call call, string? id)
    {
        var sent = call.Json!.DeepClone().AsObject();
        sent["id"] = id;

        // An order that is there already may be changed in part.
        var order = id is not null && audience.OrderRows.TryGetValue(id, out var known) ? Merge(known, sent) : sent;
        var lineErrors = Lines(order).SelectMany((line, index) => Missing(line, LineFields, $"lines.item:{index}."));
        var errors = Missing(order, OrderFields, string.Empty).Concat(lineErrors).ToList();
        if (errors.Count > 0)
        {
            return MailchimpProblem.Invalid("Bad Request", MailchimpProblem.NotValidated, state.Ids, errors);
        }

        if (Lines(order).Any(line => !audience.ProductRows.ContainsKey(line["product_id"].AsText() ?? string.Empty)))
        {
            return MailchimpProblem.Of("Product Missing", state.Ids);
        }

        return Answer.Json(200, audience.OrderRows[id!] = order);
    }

    private Answer Put(Dictionary<string, JsonObject> rows, Call call, string[] required, JsonObject sent)
    {
        var id = call.Route("id");
        var row = rows.TryGetValue(id, out var known) ? Merge(known, sent) : sent.DeepClone().AsObject();
        row["id"] = id;
        var errors = Missing(row, required, string.Empty).ToList();
        return errors.Count > 0
            ? MailchimpProblem.Invalid("Bad Request", MailchimpProblem.NotValidated, state.Ids, errors)
            : Answer.Json(200, rows[id] = row);
    }

    private static JsonObject Merge(JsonObject known, JsonObject sent)
    {
        var merged = known.DeepClone().AsObject();
        foreach (var (name, value) in sent)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    private static IEnumerable<JsonObject> Lines(JsonObject order) => (order["lines"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<MailchimpFieldError> Missing(JsonObject sent, string[] required, string prefix) =>
        required.Where(name => sent[name] is null).Select(name => new MailchimpFieldError(prefix + name, "This value should not be null."));

    private Answer InStore(Call call, Func<Answer> carryOut)
    {
        if (call.Route("storeId") != MailchimpCredentials.StoreId)
        {
            return MailchimpProblem.Of("Resource Not Found", state.Ids);
        }

        return call.Json is null && call.Method != "GET" ? MailchimpProblem.Of("JSON Parse Error", state.Ids) : carryOut();
    }
}
