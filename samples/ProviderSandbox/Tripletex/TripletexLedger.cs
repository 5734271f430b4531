using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>Accounts, VAT types and vouchers. A z-report is a voucher whose postings add up to nothing.</summary>
internal sealed class TripletexLedger(SandboxState state, TripletexCompany company)
{
    public Answer VatTypes(Call call) => TripletexAnswers.List(call, company.ActiveVatTypes.Select(vatType => new
    {
        id = vatType.Id,
        number = vatType.Number,
        name = vatType.Name,
        percentage = vatType.Percentage,
    }));

    public Answer Accounts(Call call)
    {
        var wanted = call.Query("number")?.Split(',');
        return TripletexAnswers.List(call, TripletexAccount.Standard.Where(account => wanted?.Contains(account.Number.ToString()) != false).Select(account => new
        {
            id = account.Id,
            number = account.Number,
            name = account.Name,
            ledgerType = account.LedgerType,
            vatLocked = account.LockedTo is not null,
            vatType = new { id = account.LockedTo ?? 0 },
            isInactive = false,
        }));
    }

    public Answer GetVoucher(Call call) => company.VoucherTable.Find(TripletexAnswers.Id(call)) is { } row
        ? TripletexAnswers.Value(200, row)
        : TripletexErrors.Of("6000", state.Ids);

    public Answer FindVoucher(Call call)
    {
        var wanted = call.Query("externalVoucherNumber");
        return TripletexAnswers.List(call, company.VoucherTable.Rows.Where(row => wanted is not null && row["externalVoucherNumber"].AsText() == wanted));
    }

    public Answer CreateVoucher(Call call)
    {
        if (call.Json is not { } voucher)
        {
            return TripletexErrors.Of("22000", state.Ids);
        }

        if (TripletexMapping.Fault("voucher", voucher) is { } fault)
        {
            return TripletexErrors.Unmapped(fault, state.Ids);
        }

        var messages = Messages(voucher).ToList();
        if (messages.Count > 0)
        {
            return TripletexErrors.Invalid(messages, state.Ids);
        }

        var sent = voucher.DeepClone().AsObject();
        var isBooked = call.Query("sendToLedger") != "false";
        sent["number"] = isBooked ? company.VoucherTable.Rows.Count() + 1 : 0;
        return TripletexAnswers.Value(201, company.VoucherTable.Add(sent));
    }

    private static IEnumerable<ValidationMessage> Messages(JsonObject voucher)
    {
        if (voucher["date"].AsText() is null)
        {
            yield return new("date", ValidationMessage.IsNull);
        }

        var postings = (voucher["postings"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (postings.Count == 0)
        {
            yield return new("postings", "Et bilag kan ikke registreres uten posteringer.");
        }

        foreach (var message in postings.SelectMany(MessagesOf).Distinct())
        {
            yield return message;
        }

        var sums = postings.GroupBy(posting => posting["date"].AsText() ?? voucher["date"].AsText());
        foreach (var day in sums.Where(day => day.Sum(posting => posting["amountGross"].AsDecimal() ?? 0) != 0))
        {
            yield return new(string.Empty, $"Summen av posteringene for {day.Key} er ikke lik 0.");
        }
    }

    private static IEnumerable<ValidationMessage> MessagesOf(JsonObject posting)
    {
        if (posting["row"].AsInteger() is not > 0)
        {
            yield return new(
                "postings.row", "Posteringene på rad 0 (guiRow 0) er systemgenererte og kan ikke opprettes eller endres på utsiden av Tripletex.");
        }

        if (posting["amountGross"].AsDecimal() != posting["amountGrossCurrency"].AsDecimal())
        {
            yield return new("postings.amountGross", "Beløp (amountGross) må være det samme som valutabeløpet (amountGrossCurrency).");
        }

        var account = TripletexAccount.Standard.FirstOrDefault(known => known.Id == posting["account"]?["id"].AsInteger());
        if (account is null)
        {
            yield return new("postings.account.id", ValidationMessage.UnknownId);
            yield break;
        }

        if (account.LedgerType == "CUSTOMER" && posting["customer"] is null)
        {
            yield return new("postings.customer.id", "Kunde mangler.");
        }

        if (account.LockedTo is { } locked && (posting["vatType"]?["id"].AsInteger() ?? 0) != locked)
        {
            var vatType = TripletexVatType.Outgoing.Single(known => known.Id == locked);
            yield return new("postings.vatType.id", $"Kontoen {account.Number} {account.Name} er låst til mva-kode {vatType.Number}: {vatType.Name}.");
        }
    }
}
