using SystemLog.Benchmarks;

foreach (var figure in await ReportBenchmark.RunAsync())
{
    Console.WriteLine($"{figure.Group} | {figure.Name} | {figure.Value:0.##} {figure.Unit} | limit {figure.Limit} | {figure.Kept}");
}
