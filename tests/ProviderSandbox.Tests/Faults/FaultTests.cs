using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ProviderSandbox.Faults;
using ProviderSandbox.Klarna;

namespace ProviderSandbox.Tests.Faults;

public sealed class FaultTests : SandboxTest
{
    [Fact]
    public async Task A_named_fault_is_served_to_the_call_it_is_meant_for_and_then_used_up()
    {
        var (first, second) = (Seed("1001"), Seed("1002"));
        Sandbox.Faults.Plan(Fault.Named("klarna:PAYMENT_METHOD_FAILED") with { Operation = "capture", Reference = "1002" });

        var other = await CaptureAsync(first);
        var failed = await CaptureAsync(second);
        var again = await CaptureAsync(second);

        (other.Status, failed.Status, failed["error_code"], again.Status).Should().Be((201, 403, "PAYMENT_METHOD_FAILED", 201));
        Sandbox.Faults.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task Faults_are_served_in_order_as_often_as_they_were_planned()
    {
        var order = Seed("1001");
        Sandbox.Faults.Plan(new Fault(Provider.Klarna, new FaultKind.Status(503)) { Times = 2 });
        Sandbox.Faults.Plan(new Fault(Provider.Klarna, new FaultKind.RateLimited()));

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await CaptureAsync(order)).Status);
        }

        statuses.Should().Equal(503, 503, 429, 201);
        Sandbox.Requests.Select(request => request.Fault?.Kind.GetType().Name).Should().Equal("Status", "Status", "RateLimited", null);
    }

    [Fact]
    public async Task A_time_out_holds_the_call_until_the_client_gives_up()
    {
        var order = Seed("1001");
        Sandbox.Faults.Plan(new Fault(Provider.Klarna, new FaultKind.TimeOut()));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var waiting = Http.PostAsync(CapturePath(order), null, patience.Token);
        await ServedAsync();

        await patience.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        Sandbox.Requests.Should().ContainSingle().Which.Status.Should().BeNull();
        Sandbox.KlarnaOrders.Find(order.OrderId)!.Captured.Should().Be(0);
    }

    [Fact]
    public async Task A_held_call_ends_with_the_sandbox()
    {
        var sandbox = await Sandbox.StartAsync(Clock, Cancelled);
        sandbox.Faults.Plan(new Fault(Provider.Mailchimp, new FaultKind.TimeOut()));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Mailchimp, "ping"));
        request.Headers.Authorization = new("Bearer", ProviderSandbox.Mailchimp.MailchimpCredentials.ApiKey);
        var waiting = Http.SendAsync(request, Cancelled);
        await ServedAsync(sandbox);

        await sandbox.DisposeAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_slow_call_is_carried_out_and_answered_late()
    {
        var order = Seed("1001");
        Sandbox.Faults.Plan(new Fault(Provider.Klarna, new FaultKind.Slow(TimeSpan.FromMilliseconds(100))));
        var start = Stopwatch.GetTimestamp();

        var captured = await CaptureAsync(order);

        captured.Status.Should().Be(201);
        Stopwatch.GetElapsedTime(start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(90));
        Sandbox.KlarnaOrders.Find(order.OrderId)!.Captures.Should().ContainSingle();
    }

    [Fact]
    public async Task An_answer_can_be_lost_after_the_money_moved()
    {
        var order = Seed("1001");
        Sandbox.Faults.Plan(new Fault(Provider.Klarna, new FaultKind.ConnectionReset()) { Operation = "capture", AfterProcessing = true });

        await FluentActions.Awaiting(() => CaptureAsync(order, "key-1")).Should().ThrowAsync<HttpRequestException>();
        var replayed = await CaptureAsync(order, "key-1");

        replayed.Status.Should().Be(201);
        Sandbox.KlarnaOrders.Find(order.OrderId)!.Captures.Should().ContainSingle();
    }

    [Fact]
    public async Task Garbage_is_what_it_says()
    {
        var order = Seed("1001");
        foreach (var garbage in Enum.GetValues<Garbage>())
        {
            Sandbox.Faults.Plan(new Fault(Provider.Klarna, new FaultKind.GarbageBody(garbage)));
        }

        using var html = await Http.PostAsync(CapturePath(order), null, Cancelled);
        using var broken = await Http.PostAsync(CapturePath(order), null, Cancelled);
        using var large = await Http.PostAsync(CapturePath(order), null, Cancelled);

        ((int)html.StatusCode, html.Content.Headers.ContentType!.MediaType).Should().Be((200, "text/html"));
        var brokenJson = await broken.Content.ReadAsStringAsync(Cancelled);
        FluentActions.Invoking(() => JsonDocument.Parse(brokenJson)).Should().Throw<JsonException>();
        large.Content.Headers.ContentLength.Should().Be(1024 * 1024);
    }

    [Fact]
    public async Task A_call_without_credentials_uses_no_fault_up()
    {
        Sandbox.Faults.Plan(Fault.Named("klarna:CONFLICT"));
        Http.DefaultRequestHeaders.Remove("Authorization");

        var reply = await CaptureAsync(Seed("1001"));

        reply.Status.Should().Be(401);
        Sandbox.Faults.Pending.Should().ContainSingle();
    }

    [Theory]
    [InlineData("vipps:6260")]
    [InlineData("klarna:TOO_MANY_REQUESTS")]
    [InlineData("adyen:901")]
    [InlineData("tripletex:EHF")]
    [InlineData("tripletex:9000")]
    [InlineData("mailchimp:Member In Compliance State")]
    public void Documented_errors_of_every_provider_have_names(string name)
    {
        Sandbox.Faults.Plan(Fault.Named(name));

        Sandbox.Faults.Pending.Should().ContainSingle();
    }

    [Theory]
    [InlineData("vipps:999")]
    [InlineData("paypal:1")]
    [InlineData("klarna")]
    public void An_unknown_name_is_refused_at_once(string name)
    {
        FluentActions.Invoking(() => Sandbox.Faults.Plan(Fault.Named(name))).Should().Throw<ArgumentException>().WithMessage("*" + name.Split(':')[^1] + "*");
    }

    [Fact]
    public void An_unknown_operation_is_refused_with_those_that_exist()
    {
        var fault = new Fault(Provider.Klarna, new FaultKind.TimeOut()) { Operation = "kapture" };

        FluentActions.Invoking(() => Sandbox.Faults.Plan(fault)).Should().Throw<ArgumentException>().WithMessage("*'kapture'*capture, refund, cancel*");
    }

    [Fact]
    public async Task A_sandbox_on_its_own_is_steered_over_http()
    {
        var control = Sandbox.Address;
        var seeded = await SendAsync(HttpMethod.Post, new Uri(control, "seed/klarna/orders").ToString(), new { orderAmount = 10000, merchantReference1 = "1001" });
        var planned = await SendAsync(HttpMethod.Post, new Uri(control, "faults").ToString(), new { named = "klarna:CONFLICT", operation = "capture", times = 2 });
        var wrong = await SendAsync(HttpMethod.Post, new Uri(control, "faults").ToString(), new { provider = "Klarna", kind = "explode" });
        var captured = await CaptureAsync(Sandbox.KlarnaOrders.Find(seeded["orderId"]!)!);

        var pending = await SendAsync(HttpMethod.Get, new Uri(control, "faults").ToString());
        var cleared = await SendAsync(HttpMethod.Delete, new Uri(control, "faults").ToString());
        var requests = await SendAsync(HttpMethod.Get, new Uri(control, "requests").ToString());

        (planned.Status, wrong.Status, captured.Status, pending["0.times"], cleared.Status).Should().Be((201, 400, 409, "1", 204));
        (requests["0.operation"], requests["0.status"], requests["0.fault.code"]).Should().Be(("capture", "409", "CONFLICT"));
        Sandbox.Faults.Pending.Should().BeEmpty();
    }

    protected override Task SignInAsync()
    {
        Http.BaseAddress = Sandbox.Klarna;
        var credentials = Encoding.UTF8.GetBytes($"{KlarnaCredentials.Username}:{KlarnaCredentials.Password}");
        Http.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String(credentials));
        return Task.CompletedTask;
    }

    private static string CapturePath(KlarnaOrder order) => $"ordermanagement/v1/orders/{order.OrderId}/captures";

    private KlarnaOrder Seed(string number) => Sandbox.KlarnaOrders.Seed(new KlarnaSeed(10000, number));

    private Task<Reply> CaptureAsync(KlarnaOrder order, string? key = null) => SendAsync(
        HttpMethod.Post, CapturePath(order), new { captured_amount = 1000 }, key is null ? [] : [("Klarna-Idempotency-Key", key)]);

    // A call is noted before it is held.
    private async Task ServedAsync(Sandbox? sandbox = null)
    {
        while ((sandbox ?? Sandbox).Requests.Count == 0)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
