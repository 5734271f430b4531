using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;

namespace SystemLog.EntityFrameworkCore.Tests;

public sealed class EnlistingTests(SharedDatabase database)
{
    private static readonly Actor s_system = Actor.System;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shops_row_and_the_status_are_committed_together()
    {
        var order = await database.NewOrderAsync();

        var result = await ChangeAsync(order, "StartProduction", "Processing");

        result.Should().BeOfType<ChangeResult.Changed>();
        (await database.StatusesAsync(order)).Should().Be(("Processing", "Processing", 2));
    }

    [Fact]
    public async Task A_refused_change_saves_nothing_and_the_context_keeps_what_it_has_to_save()
    {
        var order = await database.NewOrderAsync();
        await using var scope = database.Services.CreateAsyncScope();
        var context = await EditedAsync(scope, order, "Invoced");

        var result = await context.EnlistSystemLog().SaveChangesAsync(order, "Invoice", s_system, cancellationToken: Cancellation);

        result.Should().BeOfType<ChangeResult.Refused>().Which.Reasons[0].Code.Should().Be(RefusalCodes.TransitionNotDefined);
        (await database.StatusesAsync(order)).Should().Be(("Recived", "Received", 1));
        context.ChangeTracker.HasChanges().Should().BeTrue();
    }

    [Fact]
    public async Task A_row_that_cannot_be_saved_leaves_the_status()
    {
        var order = await database.NewOrderAsync();
        await using var scope = database.Services.CreateAsyncScope();
        var context = await EditedAsync(scope, order, "Processing");
        context.Orders.Add(new() { Number = null!, Status = "" });

        var saving = () => context.EnlistSystemLog().SaveChangesAsync(order, "StartProduction", s_system, cancellationToken: Cancellation);

        await saving.Should().ThrowAsync<DbUpdateException>();
        (await database.StatusesAsync(order)).Should().Be(("Recived", "Received", 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Inside_a_transaction_of_the_host_the_host_decides(bool commits)
    {
        var order = await database.NewOrderAsync();
        await using var scope = database.Services.CreateAsyncScope();
        var context = await EditedAsync(scope, order, "Processing");
        var result = await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            var change = await context.EnlistSystemLog().SaveChangesAsync(order, "StartProduction", s_system, cancellationToken: Cancellation);
            await (commits ? transaction.CommitAsync(Cancellation) : transaction.RollbackAsync(Cancellation));
            return change;
        });

        result.Should().BeOfType<ChangeResult.Changed>();
        (await database.StatusesAsync(order)).Should().Be(commits ? ("Processing", "Processing", 2) : ("Recived", "Received", 1));
    }

    [Fact]
    public async Task A_refusal_inside_a_transaction_of_the_host_takes_back_its_own_part_only()
    {
        var order = await database.NewOrderAsync();
        var other = await database.NewOrderAsync();
        await using var scope = database.Services.CreateAsyncScope();
        var context = await EditedAsync(scope, other, "Noted");
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            await context.SaveChangesAsync(Cancellation);
            (await context.Orders.SingleAsync(row => row.Number == order.Subject.Number, Cancellation)).Status = "Invoced";
            await context.EnlistSystemLog().SaveChangesAsync(order, "Invoice", s_system, cancellationToken: Cancellation);
            await transaction.CommitAsync(Cancellation);
        });

        (await database.StatusesAsync(order)).Shop.Should().Be("Recived");
        (await database.StatusesAsync(other)).Shop.Should().Be("Noted");
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task An_outage_at_the_commit_is_tried_again_and_nothing_happens_twice(int before, int after)
    {
        var order = await database.NewOrderAsync();
        (database.Outage.BreaksBefore, database.Outage.BreaksAfter) = (before, after);

        var result = await ChangeAsync(order, "StartProduction", "Processing");

        result.Should().BeOfType<ChangeResult.Changed>();
        (await database.StatusesAsync(order)).Should().Be(("Processing", "Processing", 2));
    }

    [Fact]
    public async Task A_context_that_does_not_know_the_host_is_told_so()
    {
        await using var context = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseNpgsql("Host=nowhere").Options);

        var enlisting = context.EnlistSystemLog;

        enlisting.Should().Throw<InvalidOperationException>();
    }

    private async Task<ChangeResult> ChangeAsync(OrderRef order, string trigger, string hostStatus)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var context = await EditedAsync(scope, order, hostStatus);
        return await context.EnlistSystemLog().SaveChangesAsync(order, trigger, s_system, cancellationToken: Cancellation);
    }

    private static async Task<ShopContext> EditedAsync(AsyncServiceScope scope, OrderRef order, string hostStatus)
    {
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
        (await context.Orders.SingleAsync(row => row.Number == order.Subject.Number, Cancellation)).Status = hostStatus;
        return context;
    }
}
