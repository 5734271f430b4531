using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SystemLog.Orders;
using SystemLog.Storage;

namespace SystemLog.EntityFrameworkCore;

/// <summary>Saves a context together with a change of an order's status: both are committed, or neither.</summary>
/// <remarks>
/// Inside a transaction that the host has begun, the host commits. Otherwise one is begun here and run by the context's execution strategy: an attempt
/// that met an outage is made again, with everything in it, and one whose commit was not acknowledged is looked up by the command's id before that. Like
/// the context, for one thread.
/// </remarks>
public sealed class EnlistedSystemLog
{
    private readonly DbContext _context;
    private readonly OrderService _orders;
    private readonly IOrderStore _store;

    internal EnlistedSystemLog(DbContext context, OrderService orders, IOrderStore store)
    {
        _context = context;
        _orders = orders;
        _store = store;
    }

    /// <summary>Saves the context and makes a change of status. Where the change is refused or somebody was faster, nothing is saved, and the context
    /// keeps what it has to save.</summary>
    /// <param name="order">The order.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="options">What comes with it; a command's id is made where it has none, and its connection is the context's.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">SystemLog does not keep its data in the context's database.</exception>
    /// <exception cref="DbUpdateException">The context could not be saved; the status is as it was.</exception>
    public async Task<ChangeResult> SaveChangesAsync(
        OrderRef order, string trigger, Actor actor, ChangeOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wish = (options ?? ChangeOptions.None) with { Connection = _context.Database.GetDbConnection() };
        if (_context.Database.CurrentTransaction is { } open)
        {
            return await InHostsTransactionAsync(open, () => _orders.ApplyAsync(order, trigger, actor, wish, cancellationToken), cancellationToken);
        }

        var command = wish.CommandId ?? Guid.NewGuid().ToString("N");
        return await InOwnTransactionAsync(
            () => _orders.ApplyAsync(order, trigger, actor, wish with { CommandId = command }, cancellationToken),
            connection => _store.FindCommandAsync(order.Shop, command, connection, cancellationToken),
            cancellationToken);
    }

    private async Task<ChangeResult> InHostsTransactionAsync(
        IDbContextTransaction transaction, Func<Task<ChangeResult>> change, CancellationToken cancellationToken)
    {
        const string BeforeBoth = "systemlog_before";
        await transaction.CreateSavepointAsync(BeforeBoth, cancellationToken);
        await _context.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        var result = await change();
        if (!IsToBeSaved(result))
        {
            await transaction.RollbackToSavepointAsync(BeforeBoth, cancellationToken);
            return result;
        }

        await transaction.ReleaseSavepointAsync(BeforeBoth, cancellationToken);
        _context.ChangeTracker.AcceptAllChanges();
        return result;
    }

    private async Task<ChangeResult> InOwnTransactionAsync(
        Func<Task<ChangeResult>> change, Func<DbConnection?, Task<StatusChange?>> findCommand, CancellationToken cancellationToken)
    {
        ChangeResult? result = null;
        await _context.Database.CreateExecutionStrategy().ExecuteAsync(
            this,
            async (_, _, token) =>
            {
                await using var transaction = await _context.Database.BeginTransactionAsync(token);
                await _context.SaveChangesAsync(acceptAllChangesOnSuccess: false, token);
                result = await AskDriverAsync(change);
                if (IsToBeSaved(result))
                {
                    await transaction.CommitAsync(token);
                }

                return true;
            },
            async (_, _, _) => new ExecutionResult<bool>(result is ChangeResult.Changed && await findCommand(null) is not null, true),
            cancellationToken);
        if (IsToBeSaved(result!))
        {
            _context.ChangeTracker.AcceptAllChanges();
        }

        return result!;
    }

    // The strategy knows the driver's exceptions, not ours.
    private static async Task<ChangeResult> AskDriverAsync(Func<Task<ChangeResult>> change)
    {
        try
        {
            return await change();
        }
        catch (StorageException outage) when (outage.InnerException is DbException driver)
        {
            ExceptionDispatchInfo.Throw(driver);
            throw;
        }
    }

    // What is there already is no reason to lose what the host has to save.
    private static bool IsToBeSaved(ChangeResult result) => result is ChangeResult.Changed or ChangeResult.NoChange;
}
