using System.Diagnostics;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Redaction;

namespace SystemLog.Benchmarks;

/// <summary>What the writer spends on the texts of a report: explaining and redacting, and that both grow with the length alone.</summary>
internal static class TextBenchmark
{
    private const string Group = "Texts, on the writer";
    private const int Calls = 2_000;

    private const string Answer =
        """
        {"status":422,"code":18000,"message":"Validering feilet.","link":"https://tripletex.no/v2-docs/","developerMessage":"VALIDATION_ERROR",
        "validationMessages":[{"field":"postings.vatType.id","message":"Kontoen 3000 Salgsinntekt er låst til mva-kode 3: Utgående avgift, høy sats.",
        "path":null,"rootId":null}],"requestId":"998c4069-fe35-4b4d-afc1-a5e32b624be1"}
        """;

    public static IReadOnlyList<Figure> Run(ErrorCatalogue catalogue, ShopDirectory shops)
    {
        var reader = new ReportReader(catalogue);
        var builder = new IssueDeltaBuilder(catalogue, shops);
        var report = WriteBenchmark.Distinct(1);
        var read = reader.Read("main", report);
        var (small, large) = (Repeated(64 * 1024), Repeated(1024 * 1024));
        return
        [
            new(Group, "reading a report with 1.5 kB of text: median", Median(Calls, () => reader.Read("main", report)), "µs"),
            new(Group, "making its rows: median", Median(Calls, () => builder.Build(Pending(read, report))), "µs"),
            new(Group, "redacting an answer of 0.5 kB: median", Median(Calls, () => Redactor.Redact(Answer)), "µs"),
            new(Group, "redacting 1 MB ÷ redacting 64 kB (16 times the length)", Median(20, () => Redactor.Redact(large)) / Median(50, () => Redactor.Redact(small)), "", 32),
        ];
    }

    private static PendingIssue Pending(ReadReport read, ErrorReport report)
    {
        var pending = new PendingIssue(read);
        pending.Add(read, QueuedReport.Failure("main", report, 1), samplesKept: 50, keepDetails: true);
        return pending;
    }

    private static string Repeated(int length) => string.Concat(Enumerable.Repeat(Answer, (length / Answer.Length) + 1))[..length];

    private static double Median(int calls, Action call)
    {
        var ticks = new long[calls];
        for (var i = 0; i < calls * 2; i++)
        {
            var started = Stopwatch.GetTimestamp();
            call();
            ticks[i % calls] = Stopwatch.GetTimestamp() - started;
        }

        Array.Sort(ticks);
        return Percentiles.Microseconds(ticks, 0.5);
    }
}
