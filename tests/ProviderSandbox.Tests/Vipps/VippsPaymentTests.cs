using ProviderSandbox.Vipps;

namespace ProviderSandbox.Tests.Vipps;

public sealed class VippsPaymentTests : VippsTest
{
    [Fact]
    public async Task A_payment_is_created_approved_captured_and_refunded()
    {
        var created = await CreateAsync("acme-order-1001", 49900);
        var approved = await ApproveAsync("acme-order-1001");
        var captured = await ModifyAsync("acme-order-1001", "capture", 40000);
        var refunded = await ModifyAsync("acme-order-1001", "refund", 15000);

        created.Status.Should().Be(201);
        approved.Status.Should().Be(200);
        captured.Status.Should().Be(200);
        (refunded["state"], refunded["aggregate.authorizedAmount.value"], refunded["aggregate.capturedAmount.value"], refunded["aggregate.refundedAmount.value"])
            .Should().Be(("AUTHORIZED", "49900", "40000", "15000"));
    }

    [Fact]
    public async Task The_event_log_carries_the_idempotency_key()
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now);
        await ModifyAsync("acme-order-1001", "capture", 49900, "cap-1");

        var events = await SendAsync(HttpMethod.Get, "epayment/v1/payments/acme-order-1001/events");

        events.Json!.AsArray().Select(entry => (string?)entry!["name"]).Should().Equal("CREATED", "AUTHORIZED", "CAPTURED");
        events["2.idempotencyKey"].Should().Be("cap-1");
    }

    [Theory]
    [InlineData("capture", 50000, "6090", "Capture amount too high")]
    [InlineData("refund", 100, "6150", "Not enough refundable")]
    public async Task A_modification_beyond_the_balance_is_refused(string operation, long amount, string code, string title)
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now);

        var reply = await ModifyAsync("acme-order-1001", operation, amount);

        (reply.Status, Code(reply), reply["title"]).Should().Be((400, code, title));
        reply["instance"].Should().Be($"/v1/payments/acme-order-1001/{operation}");
        reply["traceId"].Should().MatchRegex("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$");
    }

    [Fact]
    public async Task Nothing_is_captured_before_the_customer_approves()
    {
        await CreateAsync("acme-order-1001", 49900);

        var reply = await ModifyAsync("acme-order-1001", "capture", 49900);

        Code(reply).Should().Be("6080");
    }

    [Theory]
    [InlineData(180, null)]
    [InlineData(181, "6100")]
    public async Task A_reservation_can_be_captured_for_180_days(int days, string? code)
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now.AddDays(-days));

        var reply = await ModifyAsync("acme-order-1001", "capture", 49900);

        (reply.Status == 200 ? null : Code(reply)).Should().Be(code);
    }

    [Fact]
    public async Task A_cancelled_payment_is_not_captured_and_a_captured_one_is_not_cancelled()
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now);
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1002", 49900, Clock.Now);
        await CancelAsync("acme-order-1001");
        await ModifyAsync("acme-order-1002", "capture", 49900);

        var captured = await ModifyAsync("acme-order-1001", "capture", 49900);
        var cancelled = await CancelAsync("acme-order-1002");
        var capturedAgain = await ModifyAsync("acme-order-1002", "capture", 49900);

        new[] { captured, cancelled, capturedAgain }.Select(Code).Should().Equal("6070", "6040", "6170");
    }

    [Fact]
    public async Task A_payment_that_nobody_approved_is_terminated_by_a_cancellation_and_expires_by_itself()
    {
        await CreateAsync("acme-order-1001", 49900);
        await CreateAsync("acme-order-1002", 49900);
        var cancelled = await CancelAsync("acme-order-1001", onlyUnapproved: true);
        Clock.Advance(TimeSpan.FromMinutes(10));

        var expired = await SendAsync(HttpMethod.Get, "epayment/v1/payments/acme-order-1002");

        (cancelled["state"], cancelled["aggregate.authorizedAmount.value"]).Should().Be(("TERMINATED", "0"));
        expired["state"].Should().Be("EXPIRED");
    }

    [Fact]
    public async Task The_same_key_replays_the_first_answer_and_conflicts_with_another_body()
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now);
        await ModifyAsync("acme-order-1001", "capture", 10000, "cap-1");

        var replayed = await ModifyAsync("acme-order-1001", "capture", 10000, "cap-1");
        var conflict = await ModifyAsync("acme-order-1001", "capture", 20000, "cap-1");

        (replayed.Status, replayed["aggregate.capturedAmount.value"]).Should().Be((200, "10000"));
        (conflict.Status, Code(conflict)).Should().Be((409, "4010"));
        Sandbox.VippsPayments.Find("acme-order-1001")!.Captured.Should().Be(10000);
    }

    [Fact]
    public async Task A_refused_key_stays_refused()
    {
        await CreateAsync("acme-order-1001", 49900);
        await ModifyAsync("acme-order-1001", "capture", 49900, "cap-1");
        await ApproveAsync("acme-order-1001");

        var again = await ModifyAsync("acme-order-1001", "capture", 49900, "cap-1");

        Code(again).Should().Be("6080");
    }

    [Fact]
    public async Task Fields_that_the_contract_lacks_are_refused_by_name()
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now);

        var reply = await SendAsync(
            HttpMethod.Post, "epayment/v1/payments/acme-order-1001/capture", new { amount = 1 }, ("Idempotency-Key", "cap-1"));

        (reply.Status, reply["extraDetails.0.name"]).Should().Be((400, "amount"));
    }

    [Fact]
    public async Task An_unknown_reference_is_not_found()
    {
        var reply = await ModifyAsync("acme-order-9999", "capture", 100);

        (reply.Status, Code(reply)).Should().Be((404, "5090"));
    }

    [Fact]
    public async Task The_sixth_capture_within_a_minute_is_one_too_many()
    {
        Sandbox.VippsPayments.SeedAuthorised("acme-order-1001", 49900, Clock.Now);
        for (var i = 0; i < 5; i++)
        {
            await ModifyAsync("acme-order-1001", "capture", 100);
        }

        var sixth = await ModifyAsync("acme-order-1001", "capture", 100);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var afterwards = await ModifyAsync("acme-order-1001", "capture", 100);

        (sixth.Status, sixth["statusCode"], afterwards.Status).Should().Be((429, "429", 200));
    }

    [Fact]
    public async Task A_token_lasts_an_hour()
    {
        Clock.Advance(TimeSpan.FromHours(1));

        var reply = await ModifyAsync("acme-order-1001", "capture", 100);

        (reply.Status, reply["statusCode"]).Should().Be((401, "401"));
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        var reply = await SendAsync(HttpMethod.Post, "accesstoken/get", null, ("client_id", VippsCredentials.ClientId), ("client_secret", "wrong"));

        (reply.Status, reply["error"]).Should().Be((401, "invalid_client"));
    }
}
