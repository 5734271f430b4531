using System.Globalization;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;
using Entry = SystemLog.Digests.DigestLetter.Entry;
using Section = SystemLog.Digests.DigestLetter.Section;

namespace SystemLog.Digests;

/// <summary>Finds the words for a summary: first how many orders need a hand, then which, then what was solved.</summary>
internal sealed class DigestComposer(ErrorCatalogue catalogue, DigestTexts texts, DigestFormat format)
{
    private const int LongestTitle = 160;

    /// <exception cref="ArgumentException">The panel's address is not an absolute one of http or https.</exception>
    public DigestLetter Compose(DigestContent content)
    {
        var links = new PanelLinks(content.Panel);
        var title = content.IsEmpty ? texts.NothingTitle : texts.OrdersTitle.For(content.Issues.Untreated, format.Culture);
        var shop = OneLine.Of(content.Shop, 80);
        var lead = Lead(content);
        var causes = Causes(content.Issues, links);
        return new()
        {
            Language = texts.Language,
            Subject = $"{title} · {shop}",
            Preview = string.Join(" · ", new[] { lead, causes?.Entries[0].Name.Words }.OfType<string>()),
            Title = title,
            ShopAndTime = $"{shop} · {format.LongMoment(content.Now)}",
            Lead = lead,
            Panel = new(texts.OpenPanel, links.Overview),
            Sections = [.. new[] { causes, Oldest(content.Issues, links), Solved(content), Dropped(content.Dropped) }.OfType<Section>()],
            Why = Filled(texts.Why, shop),
            Change = texts.Change,
            Settings = new(texts.Settings, links.Settings),
        };
    }

    private string? Lead(DigestContent content) => content switch
    {
        { IsEmpty: true } => texts.NothingText,
        { Since: { } since } => Filled(texts.NewSince, format.Count(content.Issues.New), format.Moment(since)),
        _ => null,
    };

    private Section? Causes(IssueSummary issues, PanelLinks links)
    {
        if (issues.Causes.Count == 0)
        {
            return null;
        }

        var more = issues.CausesInAll - issues.Causes.Count;
        var counted = issues.Causes.Sum(cause => cause.Subjects);
        string? note = more > 0 ? texts.MoreCauses.For(more, format.Culture) : counted > issues.Untreated ? texts.CountedForEach : null;
        return new(texts.CausesHeading, [.. issues.Causes.Select(cause => CauseEntry(cause, links))], note is null ? [] : [note]);
    }

    private Entry CauseEntry(CauseSummary cause, PanelLinks links) => new(
        texts.Orders.For(cause.Subjects, format.Culture),
        new(Title(cause.Source, cause.Cause, cause.Rule, cause.Values), links.Cause(cause)),
        [$"{Place(cause.Source, cause.Operation)} · {Filled(texts.Since, format.Day(cause.Since))}"]);

    private Section? Oldest(IssueSummary issues, PanelLinks links) => issues.Oldest.Count == 0
        ? null
        : new(texts.OldestHeading, [.. issues.Oldest.Select(subject => OldestEntry(subject, links))], []);

    private Entry OldestEntry(UntreatedSubject subject, PanelLinks links) => new(
        null,
        new(Named(subject.Subject), links.Issue(subject.Issue)),
        [
            Title(subject.Source, subject.Cause, subject.Rule, subject.Values),
            $"{Place(subject.Source, subject.Operation)} · {Filled(texts.Since, format.Moment(subject.Since))}",
        ]);

    private Section? Solved(DigestContent content)
    {
        if (content.Since is null)
        {
            return null;
        }

        var issues = content.Issues;
        var notes = new List<string>();
        if (issues.SolvedByPeople > 0)
        {
            notes.Add(texts.SolvedByPeople.For(issues.SolvedByPeople, format.Culture, Names(issues)));
        }

        if (issues.SolvedBySystem > 0)
        {
            notes.Add(texts.SolvedBySystem.For(issues.SolvedBySystem, format.Culture));
        }

        if (notes.Count == 0 && !content.IsEmpty)
        {
            notes.Add(texts.NothingSolved);
        }

        return notes.Count == 0 ? null : new(texts.SolvedHeading, [], notes);
    }

    private string Names(IssueSummary issues)
    {
        var names = issues.Solvers.Select(solver => OneLine.Of(solver.Name, 60)).ToList();
        var more = issues.SolversInAll - names.Count;
        if (more > 0)
        {
            names.Add(texts.MorePeople.For(more, format.Culture));
        }

        return names.Count > 1 ? Filled(texts.And, string.Join(", ", names.SkipLast(1)), names[^1]) : string.Concat(names);
    }

    private Section? Dropped(IReadOnlyList<DroppedReports> dropped) => dropped.Count == 0
        ? null
        : new(
            texts.DroppedHeading,
            [],
            [
                texts.DroppedText,
                .. dropped.GroupBy(reports => reports.Source, StringComparer.Ordinal).Select(source => Filled(
                    texts.DroppedOf,
                    SourceName(source.Key),
                    format.Count(source.Sum(reports => reports.Count)),
                    format.Moment(source.Max(reports => reports.LastAt)))),
            ]);

    private string Title(string source, Cause cause, string? rule, IReadOnlyDictionary<string, string> values) =>
        OneLine.Of(catalogue.Describe(source, cause, rule, values, format.Culture).Title, LongestTitle);

    private string Place(string source, string operation) =>
        $"{SourceName(source)} · {texts.Operations.GetValueOrDefault(operation) ?? OneLine.Of(operation, 64)}";

    private string Named(SubjectRef subject)
    {
        var type = texts.SubjectTypes.GetValueOrDefault(subject.Type) ?? OneLine.Of(subject.Type, 32);
        return $"{type} {OneLine.Of(subject.Number, SubjectRef.MaxNumberLength)}";
    }

    private static string SourceName(string source) => source switch
    {
        Sources.MailchimpMarketing => "Mailchimp",
        Sources.MailchimpTransactional => "Mailchimp Transactional",
        _ => OneLine.Of(source, 64),
    };

    private string Filled(string text, params ReadOnlySpan<object?> values) => string.Format(format.Culture, text, values);
}
