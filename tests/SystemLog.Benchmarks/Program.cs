using SystemLog.Benchmarks;
using SystemLog.Conformance;

var only = args.SkipWhile(argument => argument != "--only").Skip(1).FirstOrDefault();
var figures = new List<Figure>();
if (only is null or "report")
{
    figures.AddRange(await ReportBenchmark.RunAsync());
}

if (only is null or "write")
{
    await using var server = await PrivatePostgres.StartAsync(durable: true);
    var databases = 0;
    figures.AddRange(await WriteBenchmark.RunAsync(() => Task.FromResult<IDatabaseUnderTest>(new SqliteUnderTest())));
    figures.AddRange(await WriteBenchmark.RunAsync(async () => await PostgreSqlUnderTest.CreateAsync(server, $"bench{++databases}")));
}

foreach (var figure in figures)
{
    Console.WriteLine($"{figure.Group} | {figure.Name} | {figure.Value:0.##} {figure.Unit} | limit {figure.Limit} | {figure.Kept}");
}
