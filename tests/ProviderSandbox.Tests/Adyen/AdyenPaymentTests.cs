using ProviderSandbox.Adyen;

namespace ProviderSandbox.Tests.Adyen;

public sealed class AdyenPaymentTests : SandboxTest
{
    [Fact]
    public async Task A_capture_is_received_and_its_outcome_is_notified()
    {
        var payment = await PayAsync("1001", 10000);

        var reply = await ModifyAsync(payment, "captures", 4000);

        (reply.Status, reply["status"], reply["paymentPspReference"], reply["reference"], reply["amount.value"])
            .Should().Be((201, "received", payment, "mod-1", "4000"));
        Sandbox.AdyenPayments.Notifications.Should().ContainEquivalentOf(
            new { EventCode = "CAPTURE", PspReference = reply["pspReference"], OriginalReference = payment, MerchantReference = "1001", Success = true });
        Sandbox.AdyenPayments.Find(payment)!.OpenToCapture.Should().Be(6000);
    }

    [Fact]
    public async Task What_cannot_be_done_is_received_all_the_same_and_fails_in_its_notification()
    {
        var payment = await PayAsync("1001", 10000);
        var expired = Sandbox.AdyenPayments.SeedAuthorised("1002", 10000, Clock.Now.AddDays(-29)).PspReference;

        Reply[] replies =
        [
            await ModifyAsync(payment, "refunds", 1000),
            await ModifyAsync(payment, "captures", 10001),
            await ModifyAsync(expired, "captures", 10000),
            await ModifyAsync(payment, "captures", 10000),
            await ModifyAsync(payment, "cancels"),
            await ModifyAsync(payment, "refunds", 10001),
        ];

        replies.Select(reply => reply.Status).Should().AllBeEquivalentTo(201);
        Sandbox.AdyenPayments.Notifications.Where(one => !one.Success).Select(one => (one.EventCode, one.Reason)).Should().Equal(
            ("REFUND", "Transaction hasn't been captured, refund not possible"),
            ("CAPTURE", "Insufficient balance on payment"),
            ("CAPTURE", "Transaction is expired"),
            ("CANCELLATION", "Transaction has been captured"),
            ("REFUND", "Insufficient balance on payment"));
    }

    [Fact]
    public async Task A_reversal_cancels_what_is_not_captured_and_refunds_what_is()
    {
        var open = await PayAsync("1001", 10000);
        var captured = await PayAsync("1002", 10000);
        await ModifyAsync(captured, "captures", 10000);

        await ModifyAsync(open, "reversals");
        await ModifyAsync(captured, "reversals");

        Sandbox.AdyenPayments.Find(open)!.Cancelled.Should().Be(10000);
        Sandbox.AdyenPayments.Find(captured)!.Refunded.Should().Be(10000);
    }

    [Theory]
    [InlineData("CAPTURE FAILED", "CAPTURE", "CAPTURE_FAILED")]
    [InlineData("REFUND FAILED", "CAPTURE", "REFUND", "REFUND_FAILED")]
    public async Task The_card_holders_name_makes_the_card_scheme_refuse_later(string holder, params string[] events)
    {
        var payment = await PayAsync("1001", 10000, holder);
        await ModifyAsync(payment, "captures", 10000);
        await ModifyAsync(payment, "refunds", 10000);

        Sandbox.AdyenPayments.Notifications.Skip(1).Where(one => one.Success).Select(one => one.EventCode).Should().Equal(events);
        Sandbox.AdyenPayments.Find(payment)!.Refunded.Should().Be(0);
    }

    [Fact]
    public async Task A_declined_card_makes_no_payment()
    {
        var reply = await SendAsync(HttpMethod.Post, "payments", Payment("1001", 10000, "DECLINED"));

        (reply.Status, reply["resultCode"]).Should().Be((200, "Refused"));
        Sandbox.AdyenPayments.Find(reply["pspReference"]!).Should().BeNull();
    }

    [Fact]
    public async Task A_key_replays_the_first_answer()
    {
        var payment = await PayAsync("1001", 10000);
        var first = await ModifyAsync(payment, "captures", 4000, "key-1");

        var second = await ModifyAsync(payment, "captures", 4000, "key-1");

        second["pspReference"].Should().Be(first["pspReference"]);
        second.Header("Idempotency-Key").Should().Be("key-1");
        Sandbox.AdyenPayments.Find(payment)!.Captured.Should().Be(4000);
    }

    [Theory]
    [InlineData("unknown", "SandboxShopECOM", 1000L, 422, "167", "validation")]
    [InlineData(null, "AnotherShopECOM", 1000L, 403, "901", "security")]
    [InlineData(null, "SandboxShopECOM", 0L, 422, "137", "validation")]
    public async Task A_request_that_makes_no_sense_is_refused_at_once(
        string? pspReference, string merchantAccount, long amount, int status, string code, string type)
    {
        var payment = pspReference ?? await PayAsync("1001", 10000);

        var reply = await SendAsync(
            HttpMethod.Post, $"payments/{payment}/captures", new { merchantAccount, amount = new { currency = "NOK", value = amount } });

        (reply.Status, reply["errorCode"], reply["errorType"]).Should().Be((status, code, type));
        reply.Header("pspReference").Should().Be(reply["pspReference"]).And.HaveLength(16);
    }

    [Fact]
    public async Task A_wrong_key_is_unauthorized()
    {
        Http.DefaultRequestHeaders.Remove("X-API-Key");

        var reply = await SendAsync(HttpMethod.Post, "payments", Payment("1001", 10000, null));

        (reply.Status, reply["errorCode"], reply["pspReference"]).Should().Be((401, "000", null));
    }

    protected override Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Adyen;
        Http.DefaultRequestHeaders.Add("X-API-Key", AdyenCredentials.ApiKey);
        return Task.CompletedTask;
    }

    private static object Payment(string reference, long amount, string? holder) => new
    {
        merchantAccount = AdyenCredentials.MerchantAccount,
        amount = new { currency = "NOK", value = amount },
        reference,
        paymentMethod = new { type = "scheme", holderName = holder },
    };

    private async Task<string> PayAsync(string reference, long amount, string? holder = null) =>
        (await SendAsync(HttpMethod.Post, "payments", Payment(reference, amount, holder)))["pspReference"]!;

    private Task<Reply> ModifyAsync(string payment, string operation, long? amount = null, string? key = null)
    {
        var (merchantAccount, reference) = (AdyenCredentials.MerchantAccount, "mod-1");
        object body = amount is { } value
            ? new { merchantAccount, reference, amount = new { currency = "NOK", value } }
            : new { merchantAccount, reference };
        return SendAsync(HttpMethod.Post, $"payments/{payment}/{operation}", body, key is null ? [] : [("Idempotency-Key", key)]);
    }
}
