using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>The customer register.</summary>
internal sealed partial class TripletexCustomers(SandboxState state, TripletexCompany company)
{
    private const int FirstCustomerNumber = 10001;

    private static readonly string[] SendMethods = ["EMAIL", "EHF", "EFAKTURA", "AVTALEGIRO", "VIPPS", "PAPER", "MANUAL"];

    public Answer Search(Call call) => TripletexAnswers.List(call, company.CustomerTable.Rows.Where(row =>
        Matches(row, "email", call.Query("email"))
        && Matches(row, "organizationNumber", call.Query("organizationNumber"))
        && (call.Query("customerAccountNumber") is not { } number || row["customerNumber"].AsInteger()?.ToString() == number)));

    public Answer Get(Call call) => company.CustomerTable.Find(TripletexAnswers.Id(call)) is { } row
        ? TripletexAnswers.Value(200, row)
        : TripletexErrors.Of("6000", state.Ids);

    public Answer Create(Call call)
    {
        if (Refuse(call, call.Json ?? [], null) is { } refusal)
        {
            return refusal;
        }

        var sent = call.Json!.DeepClone().AsObject();
        sent["customerNumber"] ??= FirstCustomerNumber + company.CustomerTable.Rows.Count();
        sent["invoiceSendMethod"] ??= "EMAIL";
        return TripletexAnswers.Value(201, company.CustomerTable.Add(sent));
    }

    public Answer Update(Call call)
    {
        if (company.CustomerTable.Find(TripletexAnswers.Id(call)) is not { } row)
        {
            return TripletexErrors.Of("6000", state.Ids);
        }

        var merged = row.DeepClone().AsObject();
        foreach (var (name, value) in call.Json ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        if (Refuse(call, merged, row) is { } refusal)
        {
            return refusal;
        }

        if (call.Integer("version") is { } version && version != row["version"].AsInteger())
        {
            return TripletexErrors.Of("8000", state.Ids);
        }

        company.CustomerTable.Update(row, call.Json!);
        return TripletexAnswers.Value(200, row);
    }

    private static bool Matches(JsonObject row, string field, string? wanted) =>
        wanted is null || string.Equals(row[field].AsText(), wanted, StringComparison.OrdinalIgnoreCase);

    private Answer? Refuse(Call call, JsonObject customer, JsonObject? self)
    {
        if (call.Json is null)
        {
            return TripletexErrors.Of("22000", state.Ids);
        }

        if (TripletexMapping.Fault("customer", call.Json) is { } fault)
        {
            return TripletexErrors.Unmapped(fault, state.Ids);
        }

        var messages = Messages(customer, self).ToList();
        return messages.Count > 0 ? TripletexErrors.Invalid(messages, state.Ids) : null;
    }

    private IEnumerable<ValidationMessage> Messages(JsonObject customer, JsonObject? self)
    {
        if (string.IsNullOrWhiteSpace(customer["name"].AsText()))
        {
            yield return new("name", ValidationMessage.MustBeFilled);
        }

        if (customer["organizationNumber"].AsText() is { Length: > 0 } number && !OrganizationNumber().IsMatch(number))
        {
            yield return new("organizationNumber", "The organization number must consist of 9 numbers and cannot have any spaces.");
        }

        if (customer["invoiceSendMethod"].AsText() is { } method && !SendMethods.Contains(method))
        {
            yield return new("invoiceSendMethod", "Ugyldig format.");
        }

        if (customer["customerNumber"].AsInteger() is { } taken
            && company.CustomerTable.Rows.Any(row => row != self && row["customerNumber"].AsInteger() == taken))
        {
            yield return new("number", "Nummeret er i bruk.");
        }
    }

    [GeneratedRegex("^[0-9]{9}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrganizationNumber();
}
