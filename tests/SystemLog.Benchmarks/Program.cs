using Microsoft.Extensions.DependencyInjection;
using SystemLog;
using SystemLog.Benchmarks;
using SystemLog.Catalogue;
using SystemLog.Conformance;

// dotnet run -c Release --project tests/SystemLog.Benchmarks -- [--only decide|report|text|write|work|orders|order-pages|pages|panel] [--markdown FILE] [--json FILE]
string? Option(string name) => args.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();

bool Wanted(string name) => Option("--only") is not { } only || only == name;

var figures = new List<Figure>();
await using var server = Wanted("write") || Wanted("work") || Wanted("orders") || Wanted("order-pages") || Wanted("pages") ? await PrivatePostgres.StartAsync(durable: true) : null;
var databases = 0;
Task<IDatabaseUnderTest> NewSqlite() => Task.FromResult<IDatabaseUnderTest>(new SqliteUnderTest());
async Task<IDatabaseUnderTest> NewPostgreSql() => await PostgreSqlUnderTest.CreateAsync(server!, $"bench{++databases}");

if (Wanted("decide"))
{
    figures.AddRange(DecideBenchmark.Run());
}

if (Wanted("report"))
{
    figures.AddRange(await ReportBenchmark.RunAsync());
}

if (Wanted("text"))
{
    using var provider = AdapterServices.Create();
    figures.AddRange(ExplainBenchmark.Run(provider.GetRequiredService<ErrorCatalogue>(), [.. provider.GetServices<ErrorRuleSet>()]));
    figures.AddRange(TextBenchmark.Run(provider.GetRequiredService<ErrorCatalogue>(), provider.GetRequiredService<ShopDirectory>()));
}

if (Wanted("write"))
{
    figures.AddRange(await WriteBenchmark.RunAsync(NewSqlite));
    figures.AddRange(await WriteBenchmark.RunAsync(NewPostgreSql));
}

if (Wanted("work"))
{
    figures.AddRange(await WorkBenchmark.RunAsync(NewSqlite));
    figures.AddRange(await WorkBenchmark.RunAsync(NewPostgreSql));
}

if (Wanted("orders"))
{
    figures.AddRange(OrderBenchmark.Previewing());
    figures.AddRange(await OrderBenchmark.RunAsync(NewSqlite));
    figures.AddRange(await OrderBenchmark.RunAsync(NewPostgreSql));
    figures.AddRange(await OrderBenchmark.RunAsync(async () => await PostgreSqlUnderTest.CreateAsync(server!, $"bench{++databases}", prepares: true)));
}

if (Wanted("order-pages"))
{
    figures.AddRange(await OrderPageBenchmark.RunAsync(NewSqlite));
    figures.AddRange(await OrderPageBenchmark.RunAsync(NewPostgreSql));
}

if (Wanted("pages"))
{
    figures.AddRange(await PageBenchmark.RunAsync(NewSqlite));
    figures.AddRange(await PageBenchmark.RunAsync(NewPostgreSql));
}

if (Wanted("panel"))
{
    figures.AddRange(await PanelBenchmark.RunAsync());
}

Console.Write(Output.Markdown(figures));
if (Option("--markdown") is { } markdown)
{
    await File.WriteAllTextAsync(markdown, Output.Markdown(figures));
}

if (Option("--json") is { } json)
{
    await File.WriteAllTextAsync(json, Output.Json(figures));
}

return figures.Exists(figure => figure.Kept == false) ? 1 : 0;
