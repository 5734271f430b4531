using System.Data.Common;
using Dapper;

namespace SystemLog.Issues;

/// <summary>Deletes from a SQL database what is kept no longer.</summary>
internal sealed class IssueRetention(RelationalDatabase database) : IIssueRetention
{
    private readonly string _oldDetails = database.Sql(
        """
        delete from systemlog.occurrence where (shop_id, fingerprint, occurred_at, id) in (
            select shop_id, fingerprint, occurred_at, id from systemlog.occurrence
            where shop_id = @Shop and occurred_at < @DetailsBefore
            order by occurred_at
            limit @Limit)
        """);

    // What is solved last happened before its solving, which lets the index over last_at find it.
    private readonly string _oldSolved = database.Sql(
        $"""
        select i.fingerprint from systemlog.issue i
        where i.shop_id = @Shop and i.state = 1 and i.last_at < @SolvedBefore and i.solved_at < @SolvedBefore
        order by i.last_at, i.fingerprint
        limit @Limit
        {database.ForUpdate}
        """);

    // The issue itself goes last, so that a row is never left without it.
    private readonly string[] _ofIssues =
    [
        .. new[] { "occurrence", "issue_day", "issue_round", "timeline_entry", "issue" }.Select(table => database.Sql(
            $"delete from systemlog.{table} where shop_id = @Shop and {database.AnyOf("fingerprint", "Ids")}")),
    ];

    /// <inheritdoc />
    public Task<int> ExpireAsync(
        string shop, DateTimeOffset detailsBefore, DateTimeOffset solvedBefore, int limit, CancellationToken cancellationToken = default)
    {
        var parameters = new
        {
            Shop = shop,
            DetailsBefore = detailsBefore.ToUnixTimeMilliseconds(),
            SolvedBefore = solvedBefore.ToUnixTimeMilliseconds(),
            Limit = limit,
        };
        return database.WriteAsync(
            async connection =>
            {
                var details = await connection.ExecuteAsync(new CommandDefinition(_oldDetails, parameters, cancellationToken: cancellationToken));
                var solved = await connection.QueryAsync<string>(new CommandDefinition(_oldSolved, parameters, cancellationToken: cancellationToken));
                string[] ids = [.. solved];
                await DeleteAsync(connection, shop, ids, cancellationToken);
                return details + ids.Length;
            },
            cancellationToken);
    }

    private async Task DeleteAsync(DbConnection connection, string shop, string[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length > 0)
        {
            foreach (var delete in _ofIssues)
            {
                await connection.ExecuteAsync(new CommandDefinition(delete, new { Shop = shop, Ids = ids }, cancellationToken: cancellationToken));
            }
        }
    }
}
