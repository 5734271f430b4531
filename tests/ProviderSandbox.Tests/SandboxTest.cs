using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProviderSandbox.Tests;

/// <summary>A sandbox of its own for each test, and a plain HTTP client.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    // Names in these tests are the providers' own, whatever their case.
    private static readonly JsonSerializerOptions AsWritten = new();

    private protected ManualClock Clock { get; } = new();

    protected Sandbox Sandbox { get; private set; } = null!;

    protected HttpClient Http { get; } = new();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await Sandbox.StartAsync(Clock, Cancelled);
        await SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task SignInAsync() => Task.CompletedTask;

    protected async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body, options: AsWritten);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Reply((int)response.StatusCode, text, isJson ? JsonNode.Parse(text) : null, response.Headers);
    }
}
