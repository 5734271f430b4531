using System.Globalization;
using Microsoft.AspNetCore.Http;
using SystemLog.AspNetCore.Http;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Overview;

/// <summary>A filter as it stands in an address. What cannot be read is passed over, so that no address is an error.</summary>
internal sealed record IssueQuery
{
    public string? Source { get; init; }

    public string? Operation { get; init; }

    public Cause? Cause { get; init; }

    public CauseFamily? Family { get; init; }

    /// <summary>Gets the provider's code; empty means "no code", null any.</summary>
    public string? Code { get; init; }

    public string? Number { get; init; }

    public string? Text { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool Mine { get; init; }

    public bool Muted { get; init; }

    /// <summary>Gets whether anything is filtered.</summary>
    public bool IsEmpty => this == new IssueQuery();

    /// <summary>Gets whether more than the search text is filtered.</summary>
    public bool HasDetails => this with { Text = null } != new IssueQuery();

    public static IssueQuery Read(IQueryCollection query) => new()
    {
        Source = Word(query["source"], 64),
        Operation = Word(query["operation"], 64),
        Cause = Named<Cause>(query["cause"]),
        Family = Named<CauseFamily>(query["family"]),
        Code = query.TryGetValue("code", out var code) ? Word(code, 200) ?? "" : null,
        Number = Word(query["number"], SubjectRef.MaxNumberLength),
        Text = Word(query["q"], 200),
        From = Date(query["from"]),
        To = Date(query["to"]),
        Mine = query["mine"] == "1",
        Muted = query["muted"] == "1",
    };

    public static IssueQuery Of(CauseKey key) => new() { Source = key.Source, Operation = key.Operation, Cause = key.Cause, Code = key.Code ?? "" };

    public IssueFilter ToFilter(PanelRequest panel) => new()
    {
        Source = Source,
        Operation = Operation,
        Cause = Cause,
        Family = Family,
        Code = Code,
        SubjectNumber = Number,
        Text = Text,
        From = From is { } from ? panel.Format.StartOf(from) : null,
        Before = To is { } to && to < DateOnly.MaxValue ? panel.Format.StartOf(to.AddDays(1)) : null,
        AssignedTo = Mine ? panel.User.Actor.Id : null,
        IncludeMuted = Muted,
    };

    /// <summary>Returns what stands in the address.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs() =>
    [
        new("source", Source),
        new("operation", Operation),
        new("cause", Cause?.ToString()),
        new("family", Family?.ToString()),
        new("code", Code),
        new("number", Number),
        new("q", Text),
        new("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("mine", Mine ? "1" : null),
        new("muted", Muted ? "1" : null),
    ];

    private static string? Word(string? text, int length) =>
        text?.Trim() is { Length: > 0 } word && word.Length <= length ? word : null;

    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]) ? value : null;

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9999 ? day : null;
}
