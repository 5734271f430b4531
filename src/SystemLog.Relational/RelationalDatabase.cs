using System.Data.Common;
using SystemLog.Storage;

namespace SystemLog;

/// <summary>What the stores need of a database, and everything in which SQLite and PostgreSQL differ.</summary>
internal abstract class RelationalDatabase : IStorage
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <summary>Gets the words that lock the issues, called "i", which a select returns; empty where there is one writer anyway.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Gets the words that lock what a select returns of the table called "i" and pass over what others hold; empty where there is one
    /// writer anyway.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Gets the expression, for statements that write, of the one clock that all nodes share, in unix milliseconds.</summary>
    public abstract string Now { get; }

    /// <summary>Gets the end of a select that locks the issues it returns in the one order in which every writer locks them. Empty where nothing
    /// is locked: an order would only keep SQLite from the best index.</summary>
    public string InLockOrder => ForUpdate.Length == 0 ? "" : $"order by i.shop_id, i.fingerprint {ForUpdate}";

    /// <inheritdoc />
    public abstract Task PrepareAsync(Action<string> waiting, CancellationToken cancellationToken = default);

    /// <summary>Turns the table names of a statement, written "systemlog.issue", into the database's own.</summary>
    public abstract string Sql(string text);

    /// <summary>Returns the condition that a column equals one of the values of a list parameter.</summary>
    public abstract string AnyOf(string column, string parameter);

    /// <summary>Returns the condition that a column contains the text of a parameter, to the letter.</summary>
    public abstract string Contains(string column, string parameter);

    /// <summary>Makes a statement that runs for many rows: <c>$columns</c> are their names, <c>$values</c> what an insert takes, <c>$rows</c>
    /// a table of them to join.</summary>
    public abstract BulkStatement<TRow> Bulk<TRow>(string text, BulkColumns<TRow> columns);

    /// <summary>Returns the end of an insert that only ever runs for one row. A planner has half the work with it.</summary>
    /// <param name="columns">The columns and where their values come from.</param>
    /// <param name="more">Further columns with the expressions of their values.</param>
    public string OneRow<TRow>(BulkColumns<TRow> columns, params IReadOnlyList<(string Name, string Value)> more)
    {
        var names = columns.All.Select(column => column.Name).Concat(more.Select(column => column.Name));
        var values = columns.All.Select(column => One(column.Name)).Concat(more.Select(column => column.Value));
        return $"({string.Join(", ", names)}) values ({string.Join(", ", values)})";
    }

    /// <summary>Returns the value of a column in a bulk statement that only ever runs for one row: prepared once where that helps, and for a planner
    /// the same as a parameter.</summary>
    public abstract string One(string column);

    /// <summary>Runs a statement for many rows and returns how many it wrote.</summary>
    public abstract Task<int> ExecuteAsync<TRow>(
        DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows, CancellationToken cancellationToken);

    /// <summary>Runs several statements one after the other, in as few trips to the server as can be, and returns how many rows each wrote.</summary>
    public abstract Task<IReadOnlyList<int>> ExecuteAsync(DbConnection connection, IReadOnlyList<BulkRun> runs, CancellationToken cancellationToken);

    /// <summary>Runs a statement for many rows and returns what it gives back, in no certain order.</summary>
    public abstract Task<List<TResult>> QueryAsync<TRow, TResult>(
        DbConnection connection, BulkStatement<TRow> statement, IReadOnlyList<TRow> rows, Func<DbDataReader, TResult> read,
        CancellationToken cancellationToken);

    /// <summary>Returns what <see cref="Now"/> stands for.</summary>
    public abstract Task<long> NowAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Returns what lets one transaction after the other queue items of these order keys, so that their ids become visible in their order.
    /// Nothing where there is one writer anyway.</summary>
    /// <param name="orders">The order keys with their shops, each once.</param>
    public virtual IReadOnlyList<BulkRun> TakingTurns(IReadOnlyList<(string Shop, string OrderKey)> orders) => [];

    /// <summary>Returns what tells the other nodes, when the transaction commits, that there is work of these kinds. A hint, and nothing where there
    /// are no other nodes.</summary>
    public virtual IReadOnlyList<BulkRun> AnnouncingWork(IReadOnlyList<string> kinds) => [];

    /// <summary>Tells the other nodes soon, without making anybody wait, that there is work of these kinds. A hint too.</summary>
    public virtual void AnnounceWork(IReadOnlyList<string> kinds)
    {
    }

    /// <summary>Writes in the transaction that a host has open on its own connection.</summary>
    /// <exception cref="ArgumentException">The connection is not one that this storage can write through.</exception>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async Task<T> JoinAsync<T>(DbConnection connection, Func<Task<T>> write)
    {
        if (!CanJoin(connection))
        {
            throw new ArgumentException($"{Name} cannot write through this {connection.GetType().Name}.", nameof(connection));
        }

        try
        {
            return await write();
        }
        catch (DbException exception)
        {
            throw Translate(exception);
        }
    }

    /// <summary>Reads; what is read need not be of one moment.</summary>
    /// <exception cref="StorageException">The database gave no proper answer.</exception>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenReaderAsync(cancellationToken);
            return await read(connection);
        }
        catch (DbException exception)
        {
            throw Translate(exception);
        }
    }

    /// <summary>Writes in one transaction, which is rolled back where the work throws.</summary>
    /// <exception cref="StorageException">The database gave no proper answer, or is not yet prepared.</exception>
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken) =>
        WriteAsync(write, static _ => true, cancellationToken);

    /// <summary>Writes in one transaction, which is rolled back where the work throws, or came to something that is not to be committed.</summary>
    /// <exception cref="StorageException">The database gave no proper answer, or is not yet prepared.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, Func<T, bool> commits, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteInTransactionAsync(write, commits, cancellationToken);
        }
        catch (DbException exception)
        {
            throw Translate(exception);
        }
    }

    /// <summary>Returns whether what is written on a connection reaches this storage.</summary>
    protected abstract bool CanJoin(DbConnection connection);

    /// <summary>Says what a driver's exception means, without secrets.</summary>
    protected abstract StorageException Translate(DbException exception);

    /// <summary>Opens a connection that only reads. The caller disposes it.</summary>
    protected abstract Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken);

    /// <summary>Runs the work in one transaction, and commits what is to be.</summary>
    protected abstract Task<T> WriteInTransactionAsync<T>(
        Func<DbConnection, Task<T>> write, Func<T, bool> commits, CancellationToken cancellationToken);
}
