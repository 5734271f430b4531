using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProviderSandbox.Wire;

/// <summary>What goes back over the wire. Members of <c>Json</c> bodies are named as the provider names them.</summary>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    // Providers send letters such as æ, ø and å as they are.
    private static readonly JsonSerializerOptions Verbatim = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer Json(int status, object body, string contentType = "application/json") =>
        new(status, contentType, JsonSerializer.SerializeToUtf8Bytes(body, Verbatim));

    public static Answer Html(int status, string page) => new(status, "text/html", Encoding.UTF8.GetBytes(page));

    public static Answer Empty(int status) => new(status, null, []);

    /// <summary>The page that the proxy in front of a provider sends when the provider itself does not answer.</summary>
    public static Answer GatewayPage(int status)
    {
        var title = $"{status} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)}";
        return Html(status, $"<html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>");
    }

    public Answer With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            response.ContentType = ContentType;
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, cancellationToken);
        }
    }
}
