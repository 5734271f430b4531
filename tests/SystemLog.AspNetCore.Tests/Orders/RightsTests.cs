using Microsoft.Extensions.DependencyInjection;
using SystemLog.AspNetCore.Access;
using SystemLog.Orders;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests.Orders;

public sealed class RightsTests
{
    [Theory]
    [InlineData("kari;shop=main", "StartProduction", true)]
    [InlineData("kari;shop=other", "StartProduction", false)]
    [InlineData("kari;shop=main", "Override", false)]
    [InlineData($"kari;shop=main;right={SystemLogRights.View}", "StartProduction", false)]
    [InlineData($"kari;shop=main;right={OrderRights.Production}", "StartProduction", true)]
    public async Task A_person_has_the_rights_of_the_claims_in_the_shops_of_the_claims(string user, string trigger, bool allowed)
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();

        var result = await panel.ApplyAsync("1001", user, trigger, new() { To = "Archived", Reason = "A reason long enough" });

        (result is ChangeResult.Changed).Should().Be(allowed);
    }

    [Fact]
    public async Task Nobody_has_the_rights_of_somebody_else_who_is_signed_in()
    {
        await using var panel = await OrderPanel.StartAsync();
        await panel.TrackAsync();

        var absent = await panel.Orders.ApplyAsync(OrderPanel.Ref("1001"), "StartProduction", new("kari", "Kari"), cancellationToken: TestContext.Current.CancellationToken);
        var other = await panel.ApplyAsync("1001", OrderPanel.Kari, "StartProduction", by: new("ola", "Ola"));
        var customer = await panel.ApplyAsync("1001", OrderPanel.Kari, "StartProduction", by: new("kari", "Kari") { Kind = ActorKind.Customer });

        new[] { absent, other, customer }.Should().AllBeOfType<ChangeResult.Refused>();
    }

    [Fact]
    public async Task A_checker_of_the_hosts_own_decides_instead()
    {
        await using var panel = await OrderPanel.StartAsync(options: new()
        {
            Services = services => services.AddSingleton<IRightsChecker, Everything>(),
        });
        await panel.TrackAsync();
        using var viewer = panel.Browser($"vera;right={SystemLogRights.View};shop=main");

        var page = await viewer.GetAsync(OrderPanel.PathOf("1001"));

        page.Links.Should().Contain(OrderPanel.ChangeOf("Override"));
        page.HasForm("/orders/messages").Should().BeTrue();
    }

    private sealed class Everything : IRightsChecker
    {
        public ValueTask<bool> HasAsync(
            string shop, Actor actor, string right, SubjectRef subject, CancellationToken cancellationToken = default) => new(true);
    }
}
