using System.Text.Json;

namespace DemoShop.Tests.TradingDay;

/// <summary>The day, played twice as a newcomer would: two processes, two files.</summary>
public sealed class PlayedDay : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demoshop-tests-");

    public int ExitCode { get; private set; }

    public string Printed { get; private set; } = "";

    public string Json { get; private set; } = "";

    public string JsonAgain { get; private set; } = "";

    public JsonElement Day { get; private set; }

    public IReadOnlyList<JsonElement> Issues => [.. Day.GetProperty("issues").EnumerateArray()];

    public async ValueTask InitializeAsync()
    {
        var (first, second) = (Path.Combine(_folder.FullName, "first.json"), Path.Combine(_folder.FullName, "second.json"));
        (ExitCode, Printed, var errors) = await DemoProcess.RunAsync("--once", "--json", first);
        errors.Should().BeEmpty("nothing went wrong that was not part of the script");
        await DemoProcess.RunAsync("--once", "--json", second);
        Json = await File.ReadAllTextAsync(first);
        JsonAgain = await File.ReadAllTextAsync(second);
        Day = JsonDocument.Parse(Json).RootElement;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
