using System.Globalization;
using SystemLog.Catalogue;

namespace SystemLog.Adapters.Tests.Tripletex;

public sealed class TripletexAnswersTests
{
    [Fact]
    public void The_advice_names_account_and_vat_code()
    {
        var explanation = Explain(Operations.ZReportTransfer, "postings.vatType.id", "Kontoen 3000 Salgsinntekt er låst til mva-kode 3: Utgående avgift.");

        var advice = AdapterCatalogue.Catalogue.Describe(
            Sources.Tripletex, explanation.Cause, explanation.Rule, explanation.Values, new CultureInfo("nb-NO"));

        explanation.Cause.Should().Be(Cause.VatOrAccountSetup);
        advice.Text.Should().StartWith("Konto 3000 i Tripletex tar bare mva-kode 3.");
    }

    [Theory]
    [InlineData("orderTransfer", "vatType.id", "Ugyldig mva-kode.", Cause.VatOrAccountSetup)]
    [InlineData("orderTransfer", null, "Kunden kan ikke motta EHF-dokumenter", Cause.CustomerDataInvalid)]
    [InlineData("orderTransfer", "number", "Dette nummeret er i bruk på en annen ordre, tilbud eller prosjekt.", Cause.DuplicateReference)]
    [InlineData("orderTransfer", null, "Nummeret er allerede i bruk: <a href=\\\"x\\\">1001</a>", Cause.DuplicateReference)]
    [InlineData("zReportTransfer", "", "Summen av posteringene for 2026-03-01 er ikke lik 0.", Cause.AmountMismatch)]
    [InlineData("zReportTransfer", "date", "Perioden er lukket.", Cause.InvalidState)]
    [InlineData("zReportTransfer", "postings.department.id", "Feltet må fylles ut.", Cause.VatOrAccountSetup)]
    [InlineData("customerSync", "name", "Feltet må fylles ut.", Cause.MissingData)]
    public void The_meaning_stands_in_the_field_message_not_in_the_code(string operation, string? field, string message, Cause cause)
    {
        Explain(operation, field, message).Cause.Should().Be(cause);
    }

    [Fact]
    public void Markup_inside_a_message_is_taken_out()
    {
        Explain(Operations.CustomerSync, null, "<ul><li>Ordrer er registrert.</li><li>Fakturaer er registrert.</li></ul>")
            .Facts.Text.Should().Be("Ordrer er registrert. Fakturaer er registrert.; Validering feilet.");
    }

    [Theory]
    [InlineData("zReportTransfer", "Regnskapsperioden mars er avsluttet for bilag", Cause.InvalidState, WhoMustAct.Merchant)]
    [InlineData("orderTransfer", "Selskapet har ikke registrert et bankkontonummer ennå", Cause.VatOrAccountSetup, WhoMustAct.Merchant)]
    [InlineData("customerSync", "E-postadressen er ugyldig: ola@", Cause.CustomerDataInvalid, WhoMustAct.Customer)]
    [InlineData("productSync", "Et produkt med dette navnet finnes allerede", Cause.DuplicateReference, WhoMustAct.Merchant)]
    [InlineData("productSync", "Kan ikke være null.", Cause.MissingData, WhoMustAct.Developer)]
    [InlineData("productSync", "Verdien er ikke av korrekt type for dette feltet.", Cause.InvalidData, WhoMustAct.Developer)]
    public void Norwegian_words_are_read_in_other_sentences_too(string operation, string message, Cause cause, WhoMustAct who)
    {
        Explain(operation, "x", message).Should().BeEquivalentTo(new { Cause = cause, WhoMustAct = who });
    }

    [Theory]
    [InlineData("Tripletex said no: Illegal field in fields filter: foo", Cause.InvalidData)]
    [InlineData("The company does not have access to moduleWarehouse", Cause.PermissionDenied)]
    [InlineData("RevisionException on order 12, it was changed by someone else", Cause.InvalidState)]
    [InlineData("The product 17 is inactive since May", Cause.InvalidState)]
    [InlineData("Voucher date 2025-12-31 falls in a closed period", Cause.InvalidState)]
    [InlineData("The sum of the postings for the day is not 0, check them", Cause.AmountMismatch)]
    [InlineData("Konto 3020 krever avdeling på bilaget", Cause.VatOrAccountSetup)]
    [InlineData("Fant ikke konto 3099 hos selskapet", Cause.VatOrAccountSetup)]
    [InlineData("The field Number must be filled in first", Cause.MissingData)]
    public void Words_in_a_log_line_are_enough(string line, Cause cause)
    {
        AdapterCatalogue.Explain(Sources.Tripletex, Operations.OrderTransfer, null, line).Cause.Should().Be(cause);
    }

    private static Explanation Explain(string operation, string? field, string message) =>
        AdapterCatalogue.Explain(Sources.Tripletex, operation, 422, $$"""
            {"status":422,"code":18000,"message":"Validering feilet.","link":"https://tripletex.no/v2-docs/","developerMessage":"VALIDATION_ERROR",
             "validationMessages":[{"field":{{(field is null ? "null" : $"\"{field}\"")}},"message":"{{message}}","path":null}],"requestId":"998c"}
            """);
}
