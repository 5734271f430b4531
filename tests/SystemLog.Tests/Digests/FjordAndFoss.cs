using Microsoft.Extensions.Options;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Issues;
using SystemLog.Subjects;
using SystemLog.Testing;

namespace SystemLog.Tests.Digests;

/// <summary>A shop on a Friday morning, in a database of its own.</summary>
internal sealed class FjordAndFoss : IAsyncDisposable
{
    public const string Shop = "main";

    private readonly ThrowawaySqlite _storage;
    private int _last;

    private FjordAndFoss(ThrowawaySqlite storage) => _storage = storage;

    /// <summary>Eight in the morning in Oslo.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Yesterday { get; } = Now.AddDays(-1);

    public static Uri Panel { get; } = new("https://admin.fjordogfoss.example/systemlog");

    public static ErrorCatalogue Catalogue { get; } = new([]);

    public static async Task<FjordAndFoss> OpenAsync() => new(await ThrowawaySqlite.CreateAsync());

    /// <summary>Opens the shop with seven untreated orders, two of them new, one muted, and four solved since yesterday.</summary>
    public static async Task<FjordAndFoss> OpenOnABusyMorningAsync()
    {
        var shop = await OpenAsync();
        foreach (var days in (int[])[17, 9, 4, 3])
        {
            await shop.FailAsync(Sources.Klarna, Operations.Capture, Cause.AuthorizationExpired, days);
        }

        await shop.FailAsync(Sources.Tripletex, Operations.ZReportTransfer, Cause.MissingData, 2, new(SubjectTypes.ZReport, "2026-11-18"));
        await shop.FailAsync(Sources.Vipps, Operations.Refund, Cause.Timeout, 0.2);
        await shop.FailAsync(Sources.MailchimpMarketing, Operations.AudienceSync, Cause.RecipientUnsubscribed, 0.1);

        await shop.MuteAsync(await shop.FailAsync(Sources.Adyen, Operations.Cancel, Cause.InvalidState, 30));
        foreach (var name in (string[])["Kari Nordmann", "Kari Nordmann", "Ola Hansen"])
        {
            await shop.SolveAsync(await shop.FailAsync(Sources.Vipps, Operations.Capture, Cause.Timeout, 2), name);
        }

        await shop.SucceedAsync(await shop.FailAsync(Sources.Vipps, Operations.Capture, Cause.Timeout, 2));
        return shop;
    }

    public Task<DigestContent> ReadAsync(DateTimeOffset? since, Uri? panel = null)
    {
        var oslo = new Shop { Id = Shop, Name = "Fjord & Foss", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo") };
        var shops = new ShopDirectory(Options.Create(new SystemLogOptions { DefaultShop = Shop, Shops = { oslo } }));
        return new DigestReader(_storage.Summaries, _storage.Queries, shops).ReadAsync(Shop, Now, since, panel);
    }

    public async Task<IssueDelta> FailAsync(
        string source, string operation, Cause cause, double daysAgo, SubjectRef? subject = null, string? rule = null)
    {
        var number = ++_last;
        var delta = Failure(
            new() { Shop = Shop, Source = source, Operation = operation, Subject = subject ?? SubjectRef.Order($"{104_800 + number}") },
            Now.AddDays(-daysAgo), number, cause, rule);
        await _storage.Issues.RecordAsync(new([delta], [], []));
        return delta;
    }

    public static IssueDelta Failure(GroupingFacts grouping, DateTimeOffset at, int number, Cause cause, string? rule = null) => new()
    {
        Id = Fingerprint.Parse($"1-{number:x32}"),
        Grouping = grouping,
        Explanation = new()
        {
            Cause = cause, Family = CauseFamilies.Of(cause), Retryable = false, WhoMustAct = WhoMustAct.Merchant, Match = Match.General, Rule = rule,
        },
        Description = "It failed",
        Search = "",
        Times = [new(at.ToUnixTimeMilliseconds(), 1)],
        Days = [new(DateOnly.FromDateTime(at.UtcDateTime), 1)],
        Samples = [],
    };

    public Task SolveAsync(IssueDelta issue, string name) =>
        ApplyAsync(issue, new IssueChange.Solve(Person(name), Yesterday.AddHours(3), SolvedHow.Manually));

    public Task MuteAsync(IssueDelta issue) => ApplyAsync(issue, new IssueChange.Mute(Person("Kari Nordmann"), Yesterday, Now.AddDays(1)));

    public Task DropAsync(string source, long count, DateTimeOffset at) =>
        _storage.Issues.RecordAsync(new([], [], [new(Shop, source, DropReason.TooManyIssuesWaiting, count, at)]));

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    private static Actor Person(string name) => new(name.ToLowerInvariant(), name);

    private Task ApplyAsync(IssueDelta issue, IssueChange change) => _storage.Issues.ApplyAsync(Shop, new IssueSelection.These([issue.Id]), change);

    private Task SucceedAsync(IssueDelta issue) => _storage.Issues.RecordAsync(
        new([], [new(Shop, issue.Grouping.Source, issue.Grouping.Operation, issue.Grouping.Subject, Yesterday.AddHours(5))], []));
}
