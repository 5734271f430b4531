using System.Text;
using ProviderSandbox.Klarna;

namespace ProviderSandbox.Tests.Klarna;

public sealed class KlarnaOrderTests : SandboxTest
{
    [Fact]
    public async Task A_capture_and_a_refund_show_in_the_order()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        var capture = await CaptureAsync(order, 6000);
        var refund = await RefundAsync(order, 1000);

        var read = await SendAsync(HttpMethod.Get, Path(order));

        (capture.Status, capture.Text, refund.Status).Should().Be((201, string.Empty, 201));
        read["captures.0.capture_id"].Should().Be(capture.Header("Capture-Id"));
        read["refunds.0.refund_id"].Should().Be(refund.Header("Refund-Id"));
        (read["status"], read["captured_amount"], read["refunded_amount"], read["remaining_authorized_amount"])
            .Should().Be(("PART_CAPTURED", "6000", "1000", "4000"));
    }

    [Fact]
    public async Task Capturing_more_than_remains_is_refused_with_the_same_correlation_id_twice()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));

        var reply = await CaptureAsync(order, 10001);

        Error(reply).Should().Be((403, "CAPTURE_NOT_ALLOWED", "Captured amount is higher than the remaining authorized amount. Capture not possible."));
        reply.Header("Klarna-Correlation-Id").Should().Be(reply["correlation_id"]);
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    public async Task An_authorization_lasts_28_days(int days, bool isExpired)
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001") { CreatedAt = Clock.Now.AddDays(-days) });

        var reply = await CaptureAsync(order, 10000);

        reply.Status.Should().Be(isExpired ? 403 : 201);
        reply["error_messages.0"].Should().Be(isExpired ? $"Order {order.OrderId} is expired. Capture not possible." : null);
    }

    [Fact]
    public async Task An_expired_order_says_so_and_cannot_be_extended()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        Clock.Advance(TimeSpan.FromDays(28));

        var read = await SendAsync(HttpMethod.Get, Path(order));
        var extended = await PostAsync(order, "extend-authorization-time");

        (read["status"], read["remaining_authorized_amount"]).Should().Be(("EXPIRED", "0"));
        Error(extended).Should().Be((403, "NOT_ALLOWED", "Extension of authorization time not allowed"));
    }

    [Fact]
    public async Task An_extension_counts_from_now()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        Clock.Advance(TimeSpan.FromDays(20));

        var extended = await PostAsync(order, "extend-authorization-time");

        extended.Status.Should().Be(204);
        Sandbox.KlarnaOrders.Find(order.OrderId)!.ExpiresAt.Should().Be(Clock.Now.AddDays(28));
    }

    [Fact]
    public async Task Cancelling_and_refunding_depend_on_captures()
    {
        var captured = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        var untouched = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1002"));
        await CaptureAsync(captured, 4000);

        var cancelled = await PostAsync(captured, "cancel");
        var refundedTooMuch = await RefundAsync(captured, 4001);
        var refunded = await RefundAsync(untouched, 100);

        Error(cancelled).Should().Be((403, "CANCEL_NOT_ALLOWED", "Order has previous captures. Cancel not possible"));
        Error(refunded).Should().Be((403, "REFUND_NOT_ALLOWED", "Order has no captures. Refund not possible"));
        refundedTooMuch["error_code"].Should().Be("REFUND_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_cancelled_order_is_not_captured()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        await PostAsync(order, "cancel");

        var reply = await CaptureAsync(order, 100);

        (reply.Status, reply["error_code"]).Should().Be((403, "CAPTURE_NOT_ALLOWED"));
    }

    [Fact]
    public async Task A_key_replays_its_first_answer_whatever_the_body_says_for_24_hours()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        var first = await CaptureAsync(order, 1000, "key-1");

        var second = await CaptureAsync(order, 2000, "key-1");
        Clock.Advance(TimeSpan.FromHours(24));
        var third = await CaptureAsync(order, 2000, "key-1");

        second.Header("Capture-Id").Should().Be(first.Header("Capture-Id"));
        third.Header("Capture-Id").Should().NotBe(first.Header("Capture-Id"));
        Sandbox.KlarnaOrders.Find(order.OrderId)!.Captured.Should().Be(3000);
    }

    [Fact]
    public async Task Releasing_needs_a_capture_and_leaves_nothing_to_capture()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        var tooEarly = await PostAsync(order, "release-remaining-authorization");
        await CaptureAsync(order, 4000);

        var released = await PostAsync(order, "release-remaining-authorization");
        var captured = await CaptureAsync(order, 1);

        (tooEarly["error_code"], released.Status, captured["error_code"]).Should().Be(("NOT_ALLOWED", 204, "CAPTURE_NOT_ALLOWED"));
    }

    [Fact]
    public async Task An_authorization_cannot_go_below_what_is_captured()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));
        await CaptureAsync(order, 4000);

        var reply = await SendAsync(HttpMethod.Patch, Path(order) + "/authorization", new { order_amount = 3999 });

        reply["error_messages.0"].Should().Be("Resulting authorization amount 3999 cannot be less than the captured amount 4000");
    }

    [Fact]
    public async Task An_order_under_review_is_captured_once_it_is_accepted()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001") { FraudStatus = "PENDING" });
        var pending = await CaptureAsync(order, 10000);
        Sandbox.KlarnaOrders.Review(order.OrderId, accept: true);

        var accepted = await CaptureAsync(order, 10000);

        (pending.Status, accepted.Status).Should().Be((403, 201));
    }

    [Fact]
    public async Task Missing_amounts_and_unknown_orders_are_told()
    {
        var order = Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, "1001"));

        var empty = await SendAsync(HttpMethod.Post, Path(order) + "/captures", new { });
        var unknown = await SendAsync(HttpMethod.Get, "ordermanagement/v1/orders/none");

        Error(empty).Should().Be((422, "UNPROCESSABLE_ENTITY", "'captured_amount' may not be null"));
        Error(unknown).Should().Be((404, "NO_SUCH_ORDER", "Order none cannot be found"));
    }

    [Fact]
    public async Task Without_credentials_nothing_is_told()
    {
        Http.DefaultRequestHeaders.Remove("Authorization");

        var reply = await SendAsync(HttpMethod.Get, "ordermanagement/v1/orders/none");

        (reply.Status, reply["internal_message"]).Should().Be((401, "authorization_error"));
    }

    protected override Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Klarna;
        var credentials = Encoding.UTF8.GetBytes($"{KlarnaCredentials.Username}:{KlarnaCredentials.Password}");
        Http.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String(credentials));
        return Task.CompletedTask;
    }

    private static string Path(KlarnaOrder order) => $"ordermanagement/v1/orders/{order.OrderId}";

    private static (int Status, string? Code, string? Message) Error(Reply reply) => (reply.Status, reply["error_code"], reply["error_messages.0"]);

    private Task<Reply> PostAsync(KlarnaOrder order, string action) => SendAsync(HttpMethod.Post, $"{Path(order)}/{action}");

    private Task<Reply> CaptureAsync(KlarnaOrder order, long amount, string? key = null) => SendAsync(
        HttpMethod.Post, Path(order) + "/captures", new { captured_amount = amount }, key is null ? [] : [("Klarna-Idempotency-Key", key)]);

    private Task<Reply> RefundAsync(KlarnaOrder order, long amount) =>
        SendAsync(HttpMethod.Post, Path(order) + "/refunds", new { refunded_amount = amount });
}
