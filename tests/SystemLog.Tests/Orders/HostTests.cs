using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Orders;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.Tests.Orders;

/// <summary>What the host is told, asked and refused.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task The_host_is_told_of_every_change_in_its_own_spelling_and_in_order()
    {
        var ledger = new Ledger();
        await using var shop = await PrintShop.OpenAsync(services: services => services.AddSingleton<IOrderStatusSink>(ledger));
        await shop.LeadAsync(("Approve", PrintShop.Anna), ("Receive", PrintShop.Ola));

        await shop.PassAsync();

        ledger.News.Select(news => (news.Version, news.Status, news.HostStatus)).Should().Equal(
            (1, "NotApproved", "Not Approved"), (2, "Approved", "Approved"), (3, "Received", "Recived"));
    }

    [Fact]
    public async Task A_host_that_fails_is_told_again_and_later_changes_wait()
    {
        var ledger = new Ledger { Failures = 1 };
        await using var shop = await PrintShop.OpenAsync(services: services => services.AddSingleton<IOrderStatusSink>(ledger));
        await shop.LeadAsync(("Approve", PrintShop.Anna));

        await shop.PassAsync();
        var first = ledger.News.Count;
        await shop.PassAsync(TimeSpan.FromMinutes(1));
        await shop.PassAsync();

        first.Should().Be(0);
        ledger.News.Select(news => news.Version).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Money_is_asked_for_after_the_commit_and_a_failure_opens_an_issue_and_leaves_the_status()
    {
        var till = new Till();
        await using var shop = await PrintShop.OpenAsync(
            orders => orders.AllShops.Payment = PaymentPolicy.RequestAfterCommit,
            services => services.AddSingleton<IPaymentRequests>(till));
        await shop.TrackAsync(shop.CardOrder(new(PaymentState.Authorized) { AuthorizedMinor = 49_900 }) with { NeedsProduction = false });
        await shop.ApplyAsync("Approve", PrintShop.Anna);
        await shop.ApplyAsync("Deliver", PrintShop.Ola);

        till.Fault = new InvalidOperationException("The card was closed");
        await shop.PassAsync();
        var failed = await shop.OpenIssuesAsync();
        till.Fault = null;
        await shop.PassAsync(TimeSpan.FromMinutes(1));

        (await shop.StateAsync()).Status.Should().Be("Delivered");
        failed.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = "Payment", Operation = Operations.Capture });
        till.Asked.Should().Equal((PaymentHint.Capture, "main/order/1001/3"), (PaymentHint.Capture, "main/order/1001/3"));
        (await shop.OpenIssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_status_that_differs_in_the_shop_is_an_issue_until_they_agree()
    {
        var host = new OrdersOfTheHost { ["1001"] = "Delivered", ["1002"] = "recived" };
        await using var shop = await PrintShop.OpenAsync(
            orders => orders.AllShops.UsesApproval = false, services => services.AddSingleton<ISubjectSource>(host));
        await shop.TrackAsync(shop.Order());
        await shop.TrackAsync(shop.Order("1002"));

        await shop.PassAsync(TimeSpan.FromHours(1));
        var drifting = await shop.OpenIssuesAsync();
        host["1001"] = "Received";
        await shop.PassAsync(TimeSpan.FromHours(1));

        drifting.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Subject = SubjectRef.Order("1001"), Cause = Cause.StatusDrift });
        (await shop.OpenIssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Orders_in_a_status_that_is_no_longer_defined_are_listed_and_an_override_leads_out()
    {
        await using var shop = await PrintShop.OpenAsync();
        await shop.LeadAsync();
        var state = await shop.StateAsync();
        await shop.Store.SaveAsync(
            new()
            {
                State = state with { Status = "OnTheMoon", Version = 2 },
                Change = new()
                {
                    Sequence = 2, From = state.Status, To = "OnTheMoon", Trigger = "Fly", Transition = "X1", IsAutomatic = true, Actor = Actor.System,
                    At = shop.Time.GetUtcNow(), WorkflowVersion = "old",
                },
            },
            cancellationToken: PrintShop.Cancellation);

        var orphans = await shop.Orders.OrphansAsync(PrintShop.Id, PrintShop.Cancellation);
        var refused = await shop.ApplyAsync("Approve", PrintShop.Anna);
        var back = await shop.ApplyAsync("Override", PrintShop.Anna, new() { To = "Received", Reason = "the old workflow is gone" });

        orphans.Should().ContainSingle().Which.Status.Should().Be("OnTheMoon");
        refused.Should().BeOfType<ChangeResult.Refused>().Which.Reasons.Should().ContainSingle().Which.Should().BeEquivalentTo(new Refusal(RefusalCodes.OrphanStatus, ["OnTheMoon"]));
        back.Should().BeOfType<ChangeResult.Changed>();
    }

    [Fact]
    public void Every_wrong_setting_keeps_the_host_from_starting_and_is_named()
    {
        var own = OrderWorkflow.Define("own", workflow =>
        {
            workflow.Status("Open", StatusRole.New).MayEnd().Label("en", "Open");
            workflow.Transition("T1", "Begin").FromNew().To("Open").Automatic();
        });
        var services = new ServiceCollection().AddLogging();
        services.AddSystemLog().UseThrowawaySqlite()
            .AddWorkflow("order", OrderWorkflow.Impleo).AddWorkflow("order", OrderWorkflow.DanDomain).AddWorkflow("task", own, "nowhere")
            .ConfigureOrders(orders =>
            {
                orders.CompareEvery = TimeSpan.FromSeconds(1);
                orders.AllShops.HoldBack = TimeSpan.FromHours(2);
                orders.AllShops.Payment = PaymentPolicy.RequestAfterCommit;
                orders.AllShops.ApproverAddresses = ["nobody"];
                orders.AllShops.Notices[("X9", Audience.Customer)] = true;
                orders.InShop("elsewhere").ArchiveAfter = TimeSpan.FromDays(-1);
            });
        using var provider = services.BuildServiceProvider();

        var start = () => provider.GetRequiredService<IOptions<OrderOptions>>().Value;

        start.Should().Throw<OptionsValidationException>().Which.Failures.Should().BeEquivalentTo(
            "AddWorkflow(\"task\", ..., \"nowhere\"): no such shop is configured.",
            "AddWorkflow(\"order\", ...) is called with impleo and dandomain: one type of subject has one workflow in a shop.",
            "The trigger 'Begin' of own has no label in 'en'.",
            "CompareEvery (00:00:01) must be 00:01:00 to 7.00:00:00, or Timeout.InfiniteTimeSpan.",
            "AllShops.HoldBack (02:00:00) must be 00:00:00 to 01:00:00.",
            "AllShops.Payment is RequestAfterCommit, and nothing carries that out: add it with AddPaymentRequests<T>().",
            "AllShops.ApproverAddresses: 'nobody' cannot be an e-mail address.",
            "AllShops.Notices: no workflow has a transition 'X9'.",
            "InShop(\"elsewhere\"): no such shop is configured.",
            "InShop(\"elsewhere\").ArchiveAfter (-1.00:00:00) must not be negative.");
    }

    [Fact]
    public async Task A_host_without_workflows_has_no_kinds_of_work_for_them()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSystemLog().UseThrowawaySqlite();
        await using var provider = services.BuildServiceProvider();

        provider.GetService<OrderService>().Should().BeNull();
        provider.GetRequiredService<WorkEngine>().Kinds.Select(kind => kind.Name).Should().Equal("summary-mail");
    }

    private sealed class Ledger : IOrderStatusSink
    {
        public int Failures { get; set; }

        public List<OrderStatusNews> News { get; } = [];

        public Task ApplyAsync(OrderStatusNews news, CancellationToken cancellationToken = default)
        {
            if (Failures-- > 0)
            {
                throw new TimeoutException("The shop's database is busy.");
            }

            News.Add(news);
            return Task.CompletedTask;
        }
    }

    private sealed class Till : IPaymentRequests
    {
        public Exception? Fault { get; set; }

        public List<(PaymentHint Operation, string Key)> Asked { get; } = [];

        public Task RequestAsync(OrderRef order, PaymentHint operation, string idempotencyKey, CancellationToken cancellationToken = default)
        {
            Asked.Add((operation, idempotencyKey));
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }
    }

    private sealed class OrdersOfTheHost : Dictionary<string, string>, ISubjectSource
    {
        public Task<IReadOnlyDictionary<SubjectRef, SubjectFacts>> FindAsync(
            string shop, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<SubjectRef, SubjectFacts>>(
                subjects.Where(subject => ContainsKey(subject.Number)).ToDictionary(subject => subject, subject => new SubjectFacts { Status = this[subject.Number] }));
    }
}
