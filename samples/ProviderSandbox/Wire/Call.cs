using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;

namespace ProviderSandbox.Wire;

/// <summary>One request to a stand-in, read to its end.</summary>
internal sealed class Call
{
    private readonly HttpRequest _request;

    private Call(HttpRequest request, string body)
    {
        _request = request;
        Body = body;
        (Json, IsMalformed) = Parse(body);
    }

    public required Operation Operation { get; init; }

    /// <summary>How many calls to this provider are open now, this one included.</summary>
    public required int Concurrent { get; init; }

    public string Body { get; }

    public JsonObject? Json { get; }

    /// <summary>Whether there is a body that is not a JSON object.</summary>
    public bool IsMalformed { get; }

    public string Method => _request.Method;

    public string Path => _request.Path.Value ?? string.Empty;

    /// <summary>Path and query as they were sent; the query may hold secrets.</summary>
    public string PathAndQuery => UriHelper.GetEncodedPathAndQuery(_request);

    public static async Task<Call> ReadAsync(HttpContext context, Operation operation, int concurrent)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        return new Call(context.Request, body) { Operation = operation, Concurrent = concurrent };
    }

    public string? Header(string name) => _request.Headers[name].FirstOrDefault();

    public string? Query(string name) => _request.Query[name].FirstOrDefault();

    public string Route(string name) => _request.RouteValues[name] as string ?? string.Empty;

    /// <summary>The value at a dotted path of the body, or null.</summary>
    public JsonNode? Find(string path)
    {
        JsonNode? node = Json;
        foreach (var name in path.Split('.'))
        {
            node = node is JsonObject parent ? parent[name] : null;
        }

        return node;
    }

    public string? Text(string path) => Find(path).AsText();

    public long? Integer(string path) => Find(path).AsInteger();

    public bool Flag(string path) => Find(path)?.GetValueKind() == JsonValueKind.True;

    public JsonArray List(string path) => Find(path) as JsonArray ?? [];

    /// <summary>Every text and number in the address and the body: what a fault's reference is compared with.</summary>
    public IEnumerable<string> Values()
    {
        var fromAddress = _request.RouteValues.Values.OfType<string>().Concat(_request.Query.SelectMany(pair => pair.Value).OfType<string>());
        return fromAddress.Concat(Scalars(Json));
    }

    private static IEnumerable<string> Scalars(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(member => Scalars(member.Value)),
        JsonArray items => items.SelectMany(Scalars),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    private static (JsonObject? Json, bool IsMalformed) Parse(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return (null, false);
        }

        try
        {
            // A JsonObject finds duplicate members only when it is first used, too late to answer them.
            var json = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
            return (json, json is null);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }
}
