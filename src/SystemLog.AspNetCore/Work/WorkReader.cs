using Microsoft.Extensions.Options;
using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Subjects;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>Brings together what the pages of background work show.</summary>
internal sealed class WorkReader(
    IWorkQueries queries, WorkEngine engine, SubjectLookup lookup, IssueLog log, IOptions<SystemLogOptions> options)
{
    public async Task<WorkModel> KindsAsync(PanelRequest panel, CancellationToken cancellationToken)
    {
        var counts = await queries.CountAsync(panel.Shop.Id, cancellationToken);
        var idle = engine.Kinds.Select(kind => kind.Name).Except(counts.Select(count => count.Kind), StringComparer.Ordinal);
        var kinds = counts.Concat(idle.Select(kind => new WorkKindCounts(kind)))
            .OrderBy(count => panel.Format.WorkKind(count.Kind), StringComparer.Create(panel.Format.Culture, ignoreCase: true));
        return new([.. kinds], options.Value.RunWork);
    }

    /// <summary>Returns null where nobody knows the kind.</summary>
    public async Task<WorkListModel?> ListAsync(PanelRequest panel, WorkFilter filter, PageKey? after, CancellationToken cancellationToken)
    {
        var page = await queries.ListAsync(panel.Shop.Id, filter, after, panel.Options.PageSize, cancellationToken);
        if (page.Items.Count == 0 && !await IsKnownAsync(panel.Shop.Id, filter.Kind, cancellationToken))
        {
            return null;
        }

        var subjects = page.Items.Where(item => item.Subject is not null).Select(item => item.Subject!.Value);
        return new(filter, page, after is null, await lookup.FindAsync(panel.Shop.Id, subjects, cancellationToken));
    }

    /// <summary>Returns null where the shop has no such item.</summary>
    public async Task<WorkItemModel?> FindAsync(PanelRequest panel, long id, CancellationToken cancellationToken)
    {
        var shop = panel.Shop.Id;
        if (await queries.FindAsync(shop, id, cancellationToken) is not { } item)
        {
            return null;
        }

        var attempts = await queries.AttemptsAsync(id, cancellationToken);
        var model = new WorkItemModel(item, attempts, await queries.DecisionsAsync(id, cancellationToken));
        if (item.Subject is not { } subject)
        {
            return model;
        }

        var facts = (await lookup.FindAsync(shop, [subject], cancellationToken)).Of(subject);
        return model with { Subject = facts, HasSubjectPage = facts is not null || await HasIssuesAsync(shop, subject, cancellationToken) };
    }

    private async Task<bool> IsKnownAsync(string shop, string kind, CancellationToken cancellationToken) =>
        engine.Kinds.Any(known => known.Name == kind)
        || (await queries.ListAsync(shop, new(kind), after: null, size: 1, cancellationToken)).Items.Count > 0;

    private async Task<bool> HasIssuesAsync(string shop, SubjectRef subject, CancellationToken cancellationToken)
    {
        var ofSubject = new IssueFilter { State = null, SubjectType = subject.Type, SubjectNumber = subject.Number, IncludeMuted = true };
        return (await log.ListAsync(shop, ofSubject, size: 1, cancellationToken: cancellationToken)).Items.Count > 0;
    }
}
