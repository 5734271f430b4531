using SystemLog.AspNetCore.Http;
using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.AspNetCore.Overview;

/// <summary>Takes a solving back: what this person solved between two times is opened again, however many issues it was.</summary>
internal static class Undoing
{
    private const int PageSize = 200;

    public static async Task<int> ReopenAsync(PanelRequest panel, IssueLog log, long from, long until, CancellationToken cancellationToken)
    {
        var filter = new IssueFilter
        {
            State = null,
            IncludeMuted = true,
            From = DateTimeOffset.FromUnixTimeMilliseconds(from),
            Before = DateTimeOffset.FromUnixTimeMilliseconds(until + 1),
        };
        var ids = new List<Fingerprint>();
        PageKey? after = null;
        do
        {
            var page = await log.HistoryAsync(panel.Shop.Id, filter, after, PageSize, cancellationToken);
            ids.AddRange(page.Items
                .Where(round => round.SolvedBy.Id == panel.User.Actor.Id && round.ReopenedAt is null)
                .Select(round => round.Issue));
            after = page.Next;
        }
        while (after is not null);

        var reopened = 0;
        foreach (var some in ids.Distinct().Chunk(1_000))
        {
            reopened += await log.ReopenAsync(panel.Shop.Id, new IssueSelection.These(some), panel.User.Actor, cancellationToken);
        }

        return reopened;
    }
}
