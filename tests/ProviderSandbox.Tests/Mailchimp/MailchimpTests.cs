using System.Text;
using ProviderSandbox.Mailchimp;

namespace ProviderSandbox.Tests.Mailchimp;

public sealed class MailchimpTests : SandboxTest
{
    private const string Email = "kari@example.no";

    [Fact]
    public async Task A_member_is_added_and_changed_by_the_same_call()
    {
        await PutAsync(Email, new { email_address = Email, status_if_new = "transactional", merge_fields = new { FNAME = "Kari" } });

        var changed = await PutAsync(Email.ToUpperInvariant(), new { status_if_new = "subscribed", merge_fields = new { LNAME = "Nordmann" } });

        (changed.Status, changed["status"], changed["merge_fields.FNAME"], changed["merge_fields.LNAME"], changed["email_address"])
            .Should().Be((200, "transactional", "Kari", "Nordmann", Email));
    }

    [Fact]
    public async Task A_member_who_left_is_updated_but_not_subscribed_again()
    {
        Sandbox.MailchimpAudience.Unsubscribe(Email);

        var refused = await PutAsync(Email, new { email_address = Email, status = "subscribed" });
        var updated = await PutAsync(Email, new { email_address = Email, status_if_new = "subscribed" });

        Error(refused).Should().Be((
            400, "Member In Compliance State", $"{Email} is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed."));
        (updated.Status, updated["status"]).Should().Be((200, "unsubscribed"));
    }

    [Fact]
    public async Task A_forgotten_contact_looks_new_and_is_refused()
    {
        Sandbox.MailchimpAudience.Forget(Email);

        var read = await SendAsync(HttpMethod.Get, MemberPath(Email));
        var put = await PutAsync(Email, new { email_address = Email, status_if_new = "subscribed" });

        (read.Status, put["title"]).Should().Be((404, "Forgotten Email Not Subscribed"));
    }

    [Theory]
    [InlineData("someone@test.com", "someone@test.com looks fake or invalid, please enter a real email address.")]
    [InlineData("kari@example", "Please provide a valid email address.")]
    public async Task An_address_that_cannot_be_is_refused(string email, string detail)
    {
        var reply = await PutAsync(email, new { email_address = email, status_if_new = "subscribed" });

        Error(reply).Should().Be((400, "Invalid Resource", detail));
    }

    [Fact]
    public async Task A_half_filled_address_is_an_invalid_merge_field()
    {
        var reply = await PutAsync(
            Email, new { email_address = Email, status_if_new = "subscribed", merge_fields = new { ADDRESS = new { addr1 = "Storgata 1" }, LTV = "mye" } });

        Error(reply).Should().Be((400, "Invalid Resource", "Your merge fields were invalid."));
        (reply["errors.0.field"], reply["errors.0.message"], reply["errors.1.message"])
            .Should().Be(("ADDRESS", "Please enter a complete address", "Please enter a number"));
    }

    [Fact]
    public async Task A_required_merge_field_may_be_skipped_on_purpose()
    {
        Sandbox.MailchimpAudience.RequireMergeField("LNAME");
        var member = new { email_address = Email, status_if_new = "subscribed" };

        var refused = await PutAsync(Email, member);
        var skipped = await SendAsync(HttpMethod.Put, MemberPath(Email) + "?skip_merge_validation=true", member);

        (refused["errors.0.message"], skipped.Status).Should().Be(("Please enter a value", 200));
    }

    [Fact]
    public async Task An_order_needs_its_product_in_the_store()
    {
        var order = new
        {
            id = "1001",
            customer = new { id = "c-77", email_address = Email, opt_in_status = false },
            currency_code = "NOK",
            order_total = 998.00m,
            lines = new[] { new { id = "1", product_id = "p1", product_variant_id = "p1-m", quantity = 2, price = 499.00m } },
        };
        var store = $"ecommerce/stores/{MailchimpCredentials.StoreId}";

        var early = await SendAsync(HttpMethod.Put, store + "/orders/1001", order);
        await SendAsync(HttpMethod.Put, store + "/products/p1", new { id = "p1", title = "Genser", variants = new[] { new { id = "p1-m", title = "M" } } });
        var accepted = await SendAsync(HttpMethod.Put, store + "/orders/1001", order);
        var twice = await SendAsync(HttpMethod.Post, store + "/orders", order);
        var empty = await SendAsync(HttpMethod.Put, store + "/orders/1002", new { id = "1002" });

        Error(early).Should().Be((400, "Bad Request", "A product with the provided ID does not exist in the account for this list."));
        accepted.Status.Should().Be(200);
        twice["detail"].Should().Be("An order with the provided ID already exists in the account.");
        empty["errors.0.field"].Should().Be("customer");
        Sandbox.MailchimpAudience.Orders.Keys.Should().Equal("1001");
    }

    [Fact]
    public async Task A_wrong_key_is_told_as_a_problem()
    {
        Http.DefaultRequestHeaders.Remove("Authorization");

        var reply = await SendAsync(HttpMethod.Get, "ping", null, ("Authorization", "Bearer wrong-us21"));

        Error(reply).Should().Be((401, "API Key Invalid", "Your API key may be invalid, or you've attempted to access the wrong datacenter."));
        (reply["status"], reply["type"]).Should().Be(("401", "https://mailchimp.com/developer/marketing/docs/errors/"));
    }

    protected override Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Mailchimp;
        Http.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("any:" + MailchimpCredentials.ApiKey)));
        return Task.CompletedTask;
    }

    private static string MemberPath(string email) => $"lists/{MailchimpCredentials.ListId}/members/{MailchimpMember.HashOf(email)}";

    private static (int Status, string? Title, string? Detail) Error(Reply reply) => (reply.Status, reply["title"], reply["detail"]);

    private Task<Reply> PutAsync(string email, object body) => SendAsync(HttpMethod.Put, MemberPath(email), body);
}
