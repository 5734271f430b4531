using Microsoft.Extensions.DependencyInjection;
using SystemLog.Messages;
using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Work;

namespace SystemLog.Tests.Orders;

public sealed class NoticeSendingTests
{
    [Fact]
    public async Task The_customer_reads_of_the_change_in_the_customers_words()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync(shop.Order() with { CustomerUrl = "https://shop.example/my/1001" });
        await shop.PassAsync();
        await shop.ApplyAsync("Approve", PrintShop.Anna, new() { CustomerNote = "Vi trykker i morgen." });

        await shop.PassAsync();

        var mail = shop.Server.Sent[^1];
        mail.To.Should().ContainSingle().Which.Address.Should().Be("kari@customer.example");
        mail.Subject.Should().Be("Din ordre 1001: Godkjent");
        mail.Text.Should().ContainAll("Hei Kari Kunde,", "«Godkjent»", "Vi trykker i morgen.", "https://shop.example/my/1001");
        (await shop.MessagesAsync())[0].Should().BeEquivalentTo(new { Cause = "2", State = MessageState.Accepted });
    }

    [Fact]
    public async Task Approvers_get_a_link_to_the_order()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();

        await shop.PassAsync();

        shop.Server.Sent.Should().Contain(mail => mail.To[0].Address == "anna@shop.example"
            && mail.Text.Contains("https://shop.example/systemlog/subjects?type=order&number=1001&shop=main") && mail.Text.Contains("Kari Kunde"));
    }

    [Fact]
    public async Task Whoever_is_rejected_learns_why()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.TrackAsync();
        await shop.ApplyAsync("Reject", PrintShop.Anna, new() { Reason = "Feil logo", InternalNote = "third time" });

        await shop.PassAsync();

        shop.Server.Sent[^1].Text.Should().Contain("Feil logo").And.NotContain("third time");
    }

    [Fact]
    public async Task Nothing_that_a_customer_is_called_breaks_a_mail()
    {
        await using var shop = await PrintShop.OpenAsync();
        var hostile = shop.Order() with { Customer = new() { Name = "Kari\r\nBcc: all@example.com {0}", Email = "kari@customer.example", Language = "xx" } };
        await shop.TrackAsync(hostile with { CustomerUrl = "javascript:alert(1)" });

        await shop.PassAsync();

        var mail = shop.Server.Sent.Single(sent => sent.To[0].Address == "kari@customer.example");
        mail.Text.Should().Contain("Hello Kari  Bcc: all@example.com {0},").And.NotContain("javascript");
    }

    [Fact]
    public async Task A_change_taken_back_in_time_is_told_to_nobody()
    {
        await using var shop = await PrintShop.OpenAsync(
            orders => orders.AllShops.HoldBack = TimeSpan.FromMinutes(1),
            services => services.AddSystemLog().AddWorkflow("booking", OrderWorkflow.DanDomain));
        var booking = new OrderRef(PrintShop.Id, new("booking", "B1"));
        await shop.Orders.TrackAsync(shop.Order() with { Subject = booking.Subject, Payment = null }, null, PrintShop.Cancellation);
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        var before = shop.Server.Sent.Count;

        await shop.Orders.ApplyAsync(booking, "SetStatus", PrintShop.Ola, new() { To = "Afsendt" }, PrintShop.Cancellation);
        shop.Time.Advance(TimeSpan.FromSeconds(20));
        var back = await shop.Orders.ApplyAsync(booking, "SetStatus", PrintShop.Ola, new() { To = "Ikke behandlet" }, PrintShop.Cancellation);
        await shop.PassAsync(TimeSpan.FromMinutes(5));

        shop.Server.Sent.Should().HaveCount(before);
        back.Should().BeOfType<ChangeResult.Changed>().Which.Messages.Should().OnlyContain(message => message.Suppressed == SuppressionReason.RevertedWithinHold);
        (await shop.Queries.MessagesAsync(booking, 10, PrintShop.Cancellation)).Take(2).Should()
            .OnlyContain(message => message.State == MessageState.Suppressed && message.Suppressed == SuppressionReason.RevertedWithinHold);
    }

    [Fact]
    public async Task A_change_that_stands_is_told_when_the_time_is_over()
    {
        await using var shop = await PrintShop.OpenAsync(orders => orders.AllShops.HoldBack = TimeSpan.FromMinutes(1));
        await shop.TrackAsync();

        await shop.PassAsync(TimeSpan.FromSeconds(59));
        var early = shop.Server.Sent.Count;
        await shop.PassAsync(TimeSpan.FromSeconds(1));

        early.Should().Be(0);
        shop.Server.Sent.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(true, MessageState.Failed)]
    [InlineData(false, MessageState.Unknown)]
    public async Task What_the_server_says_is_kept_on_the_message(bool refused, MessageState state)
    {
        await using var shop = await PrintShop.OpenAsync();
        shop.Server.Answer(refused ? new SendOutcome.Refused("550 5.1.1 no such user", IsTransient: false) : new SendOutcome.Unknown("The line broke."));
        await shop.TrackAsync();

        await shop.PassAsync();

        (await shop.MessagesAsync()).Should().OnlyContain(message => message.State == state && message.Detail != null);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_with_the_same_mail()
    {
        await using var shop = await PrintShop.OpenAsync(orders => orders.AllShops.UsesApproval = false);
        shop.Server.Answer(new SendOutcome.Refused("451 try later", IsTransient: true)).Answer(new SendOutcome.Accepted("1", []));
        await shop.TrackAsync();

        await shop.PassAsync();
        var between = (await shop.MessagesAsync())[0].State;
        await shop.PassAsync(TimeSpan.FromMinutes(5));

        between.Should().Be(MessageState.Planned);
        (await shop.MessagesAsync())[0].State.Should().Be(MessageState.Accepted);
        shop.Server.Sent.Select(mail => mail.MessageId).Should().HaveCount(2).And.OnlyContain(id => id == shop.Server.Sent[0].MessageId);
    }

    [Fact]
    public async Task An_order_whose_messages_are_off_is_quiet_until_they_are_on()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync(("Approve", PrintShop.Anna));
        var off = await shop.Orders.SwitchMessagesAsync(PrintShop.Ref(), on: false, PrintShop.Ola, PrintShop.Cancellation);
        await shop.ApplyAsync("Cancel", PrintShop.Ola, new() { Reason = "out of paper" });

        off.Should().BeTrue();
        (await shop.MessagesAsync())[0].Should().BeEquivalentTo(new { Cause = "3", Suppressed = SuppressionReason.OrderSwitchOff });
    }

    [Fact]
    public async Task A_message_whose_sending_somebody_cancelled_says_so()
    {
        await using var shop = await PrintShop.OpenAsync(orders => orders.AllShops.HoldBack = TimeSpan.FromMinutes(5));
        await shop.TrackAsync();
        var items = await shop.Get<IWorkQueries>().ListAsync(PrintShop.Id, new(NoticeHandler.Name, State: null), after: null, 10, PrintShop.Cancellation);
        foreach (var item in items.Items)
        {
            await shop.Get<WorkEngine>().CancelAsync(item, PrintShop.Anna, PrintShop.Cancellation);
        }

        var messages = await shop.Orders.MessagesAsync(PrintShop.Ref(), cancellationToken: PrintShop.Cancellation);

        messages.Should().HaveCount(2).And.OnlyContain(message => message.Suppressed == SuppressionReason.Cancelled);
    }
}
