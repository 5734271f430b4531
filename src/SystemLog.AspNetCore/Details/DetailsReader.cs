using SystemLog.AspNetCore.Access;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Subjects;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Details;

/// <summary>Brings together everything about one issue.</summary>
internal sealed class DetailsReader(
    IssueLog log, ITimelineStore timeline, SubjectLookup lookup, ErrorCatalogue catalogue,
    IEnumerable<ProviderPortal> portals)
{
    private const int ActivityShown = 100;

    /// <summary>Returns null where the shop has no such issue.</summary>
    public async Task<DetailsModel?> ReadAsync(PanelRequest panel, Fingerprint id, CancellationToken cancellationToken)
    {
        var shop = panel.Shop.Id;
        if (await log.FindAsync(shop, id, cancellationToken) is not { } issue)
        {
            return null;
        }

        var ofSubject = new IssueFilter { State = null, SubjectNumber = issue.Subject.Number, SubjectType = issue.Subject.Type, IncludeMuted = true };
        var others = await log.ListAsync(shop, ofSubject, cancellationToken: cancellationToken);
        var found = await lookup.FindAsync(shop, [issue.Subject], cancellationToken);
        return new(issue, catalogue.Describe(issue.Source, issue.Cause, issue.Rule, issue.Values, panel.Format.Culture))
        {
            Rounds = await log.RoundsAsync(shop, id, cancellationToken),
            Occurrences = panel.Can(SystemLogRights.SeePayload) ? await log.OccurrencesAsync(shop, id, cancellationToken) : [],
            Activity = await timeline.OfIssueAsync(shop, id, ActivityShown, cancellationToken),
            Others = [.. others.Items.Where(other => other.Id != id)],
            Order = found.Of(issue.Subject),
            Portal = portals.FirstOrDefault(portal => string.Equals(portal.Source, issue.Source, StringComparison.OrdinalIgnoreCase)),
            SubjectsMissing = found.Missing,
            Catalogue = catalogue,
            AsOf = panel.Format.Now.ToUnixTimeMilliseconds(),
        };
    }
}
