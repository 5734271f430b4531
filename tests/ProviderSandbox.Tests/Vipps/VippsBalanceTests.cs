namespace ProviderSandbox.Tests.Vipps;

public sealed class VippsBalanceTests : VippsTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Balances_follow_the_accepted_operations_and_never_leave_their_bounds(int seed)
    {
        var random = new Random(seed);
        const string reference = "acme-order-1001";
        Sandbox.VippsPayments.SeedAuthorised(reference, 10_000, Clock.Now);
        var (captured, refunded) = (0L, 0L);

        for (var i = 0; i < 60; i++)
        {
            // Five changes a minute are allowed.
            Clock.Advance(TimeSpan.FromMinutes(1));
            var (operation, amount) = (random.Next(2) == 0 ? "capture" : "refund", random.Next(130, 4_000));
            var reply = await ModifyAsync(reference, operation, amount, $"step-{i}");
            if (reply.Status == 200)
            {
                (captured, refunded) = operation == "capture" ? (captured + amount, refunded) : (captured, refunded + amount);
            }

            var fits = operation == "capture" ? captured <= 10_000 : refunded <= captured;
            fits.Should().BeTrue("step {0} was answered with {1}", i, reply.Text);
            if (i == 40)
            {
                await CancelAsync(reference);
            }

            var payment = Sandbox.VippsPayments.Find(reference)!;
            (payment.Captured, payment.Refunded).Should().Be((captured, refunded));
            (payment.OpenToCapture >= 0).Should().BeTrue();
        }

        captured.Should().BePositive();
        refunded.Should().BePositive();
        Sandbox.VippsPayments.Find(reference)!.OpenToCapture.Should().Be(0);
    }
}
