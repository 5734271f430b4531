using System.Data.Common;
using Dapper;
using SystemLog.Torture.Nodes;

namespace SystemLog.Torture.Databases;

/// <summary>A database of its own for a run, read by statements of its own: what is tested has no part in what judges it.</summary>
internal interface IDatabaseUnderTorture : IAsyncDisposable
{
    /// <summary>Gets the name for the verdict.</summary>
    string Name { get; }

    /// <summary>Tells a node where it is.</summary>
    NodeOptions Tell(NodeOptions options);

    /// <summary>Opens a connection to read by.</summary>
    Task<DbConnection> ConnectAsync();

    /// <summary>Returns the name of a table.</summary>
    string Table(string name);

    /// <summary>Returns what is wrong with the file, when all nodes have ended; nothing where the server sees to that.</summary>
    Task<IReadOnlyList<string>> IntegrityAsync();

    /// <summary>Returns how many items wait or run.</summary>
    async Task<long> OpenAsync()
    {
        await using var connection = await ConnectAsync();
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {Table("work_item")} where state in (0, 1)");
    }

    /// <summary>Returns how many items a node holds.</summary>
    async Task<long> HeldByAsync(string owner)
    {
        await using var connection = await ConnectAsync();
        return await connection.ExecuteScalarAsync<long>(
            $"select count(*) from {Table("work_item")} where state = 1 and lease_owner = @owner", new { owner });
    }

    /// <summary>Returns all items, in the order of their ids.</summary>
    async Task<IReadOnlyList<ItemRow>> ItemsAsync()
    {
        await using var connection = await ConnectAsync();
        return (await connection.QueryAsync<ItemRow>(
            $"select id, kind, key, order_key as orderkey, state, attempts, reason from {Table("work_item")} order by id")).AsList();
    }

    /// <summary>Returns all attempts, each item's in their order.</summary>
    async Task<IReadOnlyList<AttemptRow>> AttemptsAsync()
    {
        await using var connection = await ConnectAsync();
        return (await connection.QueryAsync<AttemptRow>(
            $"""
            select i.key, a.number, a.owner, a.ended_at as endedat, a.outcome
            from {Table("work_attempt")} a join {Table("work_item")} i on i.id = a.item_id order by a.item_id, a.number
            """)).AsList();
    }
}
