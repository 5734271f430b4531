using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;
using SystemLog.Smtp.Bounces;

namespace SystemLog.Smtp.Tests.Bounces;

public sealed class BounceCollectionTests(ITestOutputHelper output)
{
    /// <summary>A loop, a directory that does not answer, and "temporarily unavailable" of a server that then gave up.</summary>
    private const int ArguableCauses = 3;

    [Fact]
    public void Every_delivery_status_report_is_read_as_an_independent_parser_reads_it()
    {
        Assert.SkipWhen(BounceCollection.Folder is null, BounceCollection.Missing);

        var wrong =
            from fact in BounceCollection.Facts("reports.tsv")
            let first = First(BounceReader.Read(BounceCollection.Mail(fact[0])))
            let read = $"{first?.Address} {(fact[2] == "-" ? "-" : first?.Status)} {first?.Action}"
            where read != $"{fact[1]} {fact[2]} {fact[3]}"
            select $"{fact[0]}: {read}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Prose_is_read_as_a_person_read_it()
    {
        Assert.SkipWhen(BounceCollection.Folder is null, BounceCollection.Missing);
        var facts = BounceCollection.Facts("prose.tsv");

        var wrong = (
            from fact in facts
            let report = BounceReader.Read(BounceCollection.Mail(fact[0]))
            let first = First(report)
            let read = $"{first?.Address} {report.Kind} {(fact[3] == "-" ? "-" : first?.Status)}"
            where !read.Equals($"{fact[1]} {fact[2]} {fact[3]}", StringComparison.OrdinalIgnoreCase)
            select $"{fact[0]}: {read}").ToList();

        output.WriteLine($"{facts.Count - wrong.Count} of {facts.Count} as labelled");
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Prose_has_the_cause_a_person_read_in_it()
    {
        Assert.SkipWhen(BounceCollection.Folder is null, BounceCollection.Missing);
        using var services = SmtpServices();
        var catalogue = services.GetRequiredService<ErrorCatalogue>();
        var facts = BounceCollection.Facts("prose.tsv");

        var wrong = (
            from fact in facts
            let error = First(BounceReader.Read(BounceCollection.Mail(fact[0])))?.Error
            let cause = error is null ? Cause.Unknown : catalogue.Explain(error).Cause
            where cause.ToString() != fact[4]
            select $"{fact[0]}: {cause}, not {fact[4]}").ToList();

        output.WriteLine($"{facts.Count - wrong.Count} of {facts.Count} as labelled; else {string.Join("; ", wrong)}");
        wrong.Should().HaveCountLessThanOrEqualTo(ArguableCauses);
    }

    [Fact]
    public void What_is_no_bounce_is_not_taken_for_one()
    {
        Assert.SkipWhen(BounceCollection.Folder is null, BounceCollection.Missing);

        var others = BounceCollection.Names.Where(name => name.StartsWith("not-", StringComparison.Ordinal))
            .Select(name => BounceReader.Read(BounceCollection.Mail(name)).Kind).ToList();

        others.Should().NotBeEmpty().And.OnlyContain(kind => kind == BounceKind.NotABounce);
    }

    [Fact]
    public void Every_family_has_the_kinds_it_is_made_of()
    {
        Assert.SkipWhen(BounceCollection.Folder is null, BounceCollection.Missing);

        var kinds = BounceCollection.Names.GroupBy(Family, name => BounceReader.Read(BounceCollection.Mail(name)).Kind).ToList();

        output.WriteLine(Table(kinds));
        kinds.Single(family => family.Key == "arf").Should().OnlyContain(kind => kind == BounceKind.Complaint);
        kinds.Single(family => family.Key == "rfc3834").Should().OnlyContain(kind => kind == BounceKind.AutoReply);
        kinds.Where(family => family.Key is not ("arf" or "rfc3834" or "not-is-not-bounce" or "lhost-amazonses")).SelectMany(family => family)
            .Should().OnlyContain(kind => kind == BounceKind.Hard || kind == BounceKind.Soft || kind == BounceKind.Delay);
    }

    private static ServiceProvider SmtpServices()
    {
        var services = new ServiceCollection();
        services.AddSystemLog().AddSmtp();
        return services.BuildServiceProvider();
    }

    private static BouncedRecipient? First(BounceReport report) => report.Recipients is [var first, ..] ? first : null;

    private static string Family(string name) => name[..name.LastIndexOf('-')];

    private static string Table(IEnumerable<IGrouping<string, BounceKind>> kinds)
    {
        var table = new StringBuilder();
        foreach (var family in kinds)
        {
            var counts = family.GroupBy(kind => kind).Select(kind => $" {kind.Count()} {kind.Key}");
            table.Append(family.Key).Append(':').AppendJoin(',', counts).Append('\n');
        }

        return table.ToString();
    }
}
