using FsCheck;
using FsCheck.Fluent;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Conformance.Issues;

public abstract class IssueFilterTests(IStorageFixture storage)
{
    private static readonly string[] _texts =
    [
        "Beløpet er for høyt", "ÆRØ", "ærø", "100 % off", "a_b", "axb", "c:\\path", "it's \"quoted\"", "İstanbul", "Straße", "ﬁle", "K\u212A", "e\u0301",
        "😀", " ", "%", "_", "\\", "'", "--", "a\nb",
    ];

    // What a filter may bring and no row can hold.
    private static readonly string[] _hostile = ["\0", "a\0b", "\ud800", "x\udc00", "", "\u0001"];

    private static readonly Gen<string> _text = Gen.Elements(_texts);

    private static readonly Gen<string?> _wantedText = Gen.Elements<string?>(
        [.. _texts, .. _hostile, .. _texts.Select(text => text.ToUpperInvariant()), null, null, null]);

    private static readonly Gen<DateTimeOffset> _time = Gen.Choose(0, 20).Select(tick => Any.Monday.AddTicks(tick * 5_000L));

    [Fact]
    public async Task A_filter_means_the_same_in_the_database_as_in_memory()
    {
        var shop = Any.Shop();
        await FillAsync(shop, Gen.Sample(Delta(shop), 120));
        var now = Any.Monday.AddTicks(45_000);
        var stored = await AllAsync(shop, new() { State = null, IncludeMuted = true }, now);
        stored.Should().HaveCount(120);

        var matches = 0;
        foreach (var filter in Gen.Sample(Filter(), 600))
        {
            var found = await AllAsync(shop, filter, now);
            matches += Math.Sign(found.Count);

            found.Select(issue => issue.Id).Should().BeEquivalentTo(
                stored.Where(issue => filter.Matches(issue, now)).Select(issue => issue.Id), "the filter is {0}", filter);
        }

        matches.Should().BeGreaterThan(60, "filters that find nothing prove little");
    }

    private async Task FillAsync(string shop, IReadOnlyList<IssueDelta> deltas)
    {
        await storage.Issues.RecordAsync([.. deltas]);
        for (var i = 0; i < deltas.Count; i++)
        {
            IssueChange[] changes = (i % 6) switch
            {
                0 => [Any.Solve(Any.Minute(1))],
                1 => [new IssueChange.Mute(Any.Clerk, Any.Minute(1), Any.Monday.AddMilliseconds(i / 6))],
                2 => [new IssueChange.Assign(Any.Clerk, Any.Minute(1), Any.Clerk)],
                3 => [new IssueChange.Assign(Any.Clerk, Any.Minute(1), new("å'%", "Å")), new IssueChange.Mute(Any.Clerk, Any.Minute(1), Any.Minute(9))],
                _ => [],
            };
            foreach (var change in changes)
            {
                await storage.Issues.ApplyAsync(deltas[i], change);
            }
        }
    }

    private async Task<IReadOnlyList<Issue>> AllAsync(string shop, IssueFilter filter, DateTimeOffset now) =>
        (await storage.Queries.ListAsync(shop, filter, new(now, 200))).Items;

    private static Gen<IssueDelta> Delta(string shop) =>
        from source in Gen.Elements("Klarna", "klarna", "Vipps", "a_b", "Ærø")
        from operation in Gen.Elements("capture", "refund")
        from number in Gen.Elements("1", "10", "1%", "A\\1", "Ø-1")
        from type in Gen.Elements(SubjectTypes.Order, SubjectTypes.Booking)
        from code in Gen.Elements<string?>(null, "", "E_1", "E%1", "e_1")
        from cause in Gen.Elements(Enum.GetValues<Cause>())
        from description in _text
        from correlationId in Gen.OneOf(Gen.Constant<string?>(null), _text.Select(text => (string?)text))
        from at in _time
        select Shape(shop, source, operation, new SubjectRef(type, number), code, cause, at).Saying(description, correlationId);

    private static IssueDelta Shape(
        string shop, string source, string operation, SubjectRef subject, string? code, Cause cause, DateTimeOffset at)
    {
        var delta = Any.Delta(shop);
        return delta.At(DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds())) with
        {
            Grouping = delta.Grouping with { Source = source, Operation = operation, Subject = subject, Code = code },
            Explanation = Any.Explanation(cause),
        };
    }

    private static Gen<IssueFilter> Filter() =>
        from state in Gen.Elements<IssueState?>(null, IssueState.Open, IssueState.Solved)
        from source in Mostly(Gen.Elements<string?>("Klarna", "klarna", "Ærø", "ærø", "a_b", "axb", "Klarna\0"))
        from operation in Mostly(Gen.Elements<string?>("capture", "refund", "cap%"))
        from cause in Mostly(Gen.Elements(Enum.GetValues<Cause>().Select(cause => (Cause?)cause)))
        from family in Mostly(Gen.Elements(Enum.GetValues<CauseFamily>().Select(family => (CauseFamily?)family)))
        from code in Mostly(Gen.Elements<string?>("", "E_1", "E%1", "\ud800"))
        from number in Mostly(Gen.Elements<string?>("1", "1%", "A\\1", "Ø-1", "ø-1"))
        from type in Mostly(Gen.Elements<string?>(SubjectTypes.Order, "ORDER"))
        from text in _wantedText
        from padded in Gen.Elements(true, false)
        from times in Gen.Two(Mostly(_time.Select(time => (DateTimeOffset?)time)))
        from assigned in Mostly(Gen.Elements<string?>("u7", "U7", "å'%", ""))
        from muted in Gen.Elements(true, false)
        select new IssueFilter
        {
            State = state,
            Source = source,
            Operation = operation,
            Cause = cause,
            Family = family,
            Code = code,
            SubjectNumber = number,
            SubjectType = type,
            Text = padded ? $" {text}\t" : text,
            From = times.Item1,
            Before = times.Item2,
            AssignedTo = assigned,
            IncludeMuted = muted,
        };

    // Six times out of seven no condition, so that a filter of thirteen leaves something.
    private static Gen<T?> Mostly<T>(Gen<T?> some) => Gen.Frequency((6, Gen.Constant(default(T))), (1, some));
}
