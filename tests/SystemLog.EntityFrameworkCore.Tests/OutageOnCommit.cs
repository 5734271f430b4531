using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SystemLog.EntityFrameworkCore.Tests;

/// <summary>A line that breaks when a transaction commits, before or after the server has done so.</summary>
internal sealed class OutageOnCommit : DbTransactionInterceptor
{
    public int BreaksBefore { get; set; }

    public int BreaksAfter { get; set; }

    public int Commits { get; private set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Commits++;
        return BreaksBefore-- > 0 ? throw Broken() : new(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        BreaksAfter-- > 0 ? throw Broken() : Task.CompletedTask;

    // What the driver throws when the line breaks: transient, so that the strategy tries again.
    private static NpgsqlException Broken() => new("The line broke.", new TimeoutException());
}
