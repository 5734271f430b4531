using SystemLog.Catalogue;

namespace SystemLog.Tests.Catalogue;

public sealed class AliasTests
{
    [Theory]
    [InlineData("vipps-mobilepay", Sources.Vipps)]
    [InlineData("VIPPS", Sources.Vipps)]
    [InlineData("MobilePay", Sources.Vipps)]
    [InlineData("klarna_payments", Sources.Klarna)]
    [InlineData("Mailchimp", Sources.MailchimpMarketing)]
    [InlineData("mailchimp-transactional", Sources.MailchimpTransactional)]
    [InlineData("Mandrill", Sources.MailchimpTransactional)]
    [InlineData("smtp", Sources.Smtp)]
    public void Another_spelling_of_a_source_finds_its_rules(string spelling, string source)
    {
        var rules = ErrorRuleSet.Of(source, new CustomErrorRule { Id = "a", Codes = ["7"], Cause = Cause.NotFound, WhoMustAct = WhoMustAct.Nobody });

        new ErrorCatalogue([], [rules], [new(source, "The Name", "https://x.example")]).Explain(
            new() { Source = spelling, Operation = "capture", Body = """{"code":"7"}""" }).Rule.Should().Be("a");
    }

    [Theory]
    [InlineData("order-transfer", Operations.OrderTransfer)]
    [InlineData("Send_Mail", Operations.SendMail)]
    [InlineData("void", Operations.Cancel)]
    [InlineData("settle", Operations.Capture)]
    public void Another_spelling_of_an_operation_is_the_same_to_a_rule(string spelling, string operation)
    {
        var rules = ErrorRuleSet.Of("X", new CustomErrorRule { Id = "a", Operations = [operation], Cause = Cause.NotFound, WhoMustAct = WhoMustAct.Nobody });

        new ErrorCatalogue([], [rules]).Explain(new() { Source = "X", Operation = spelling }).Rule.Should().Be("a");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Warehouse")]
    [InlineData("a name so long that nobody ever called a provider by it, whatever the weather")]
    public void A_source_nobody_knows_keeps_its_name(string source)
    {
        new ErrorCatalogue([]).Explain(new() { Source = source, Operation = "x", Status = 404 }).Cause.Should().Be(Cause.NotFound);
    }
}
