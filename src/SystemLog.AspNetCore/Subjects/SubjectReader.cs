using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Orders;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;
using SystemLog.Timeline;

namespace SystemLog.AspNetCore.Subjects;

/// <summary>Reads everything about one order, booking or other subject.</summary>
internal sealed class SubjectReader(IssueLog log, ITimelineStore timeline, SubjectLookup lookup, ErrorCatalogue catalogue, OrderReader orders)
{
    private const int Listed = 200;

    /// <summary>Reads a subject as an address or a form names it; null for what cannot be one.</summary>
    public static SubjectRef? Read(string? type, string? number) =>
        !string.IsNullOrWhiteSpace(type) && !string.IsNullOrWhiteSpace(number) && type.Length <= 32 && number.Length <= SubjectRef.MaxNumberLength
            ? new SubjectRef(type, number)
            : null;

    /// <summary>Returns the subject; null for one that neither we nor the host have heard of.</summary>
    public async Task<SubjectModel?> FindAsync(PanelRequest panel, SubjectRef subject)
    {
        var (shop, aborted) = (panel.Shop.Id, panel.Http.RequestAborted);
        var filter = new IssueFilter { State = null, SubjectType = subject.Type, SubjectNumber = subject.Number, IncludeMuted = true };
        var issues = await log.ListAsync(shop, filter, size: Listed, cancellationToken: aborted);
        var found = await lookup.FindAsync(shop, [subject], aborted);
        var entries = await timeline.OfSubjectAsync(shop, subject, Listed, aborted);
        var order = await orders.FindAsync(panel, subject, aborted);
        return issues.Items.Count == 0 && entries.Count == 0 && found.Of(subject) is null && order is null ? null : new(subject, issues.Items, entries, catalogue)
        {
            Facts = found.Of(subject),
            FactsMissing = found.Missing,
            Order = order,
            AsOf = panel.Format.Now.ToUnixTimeMilliseconds(),
        };
    }
}
