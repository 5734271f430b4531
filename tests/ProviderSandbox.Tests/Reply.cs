using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ProviderSandbox.Tests;

/// <summary>An answer, read to its end.</summary>
public sealed record Reply(int Status, string Text, JsonNode? Json, HttpResponseHeaders Headers)
{
    /// <summary>The value at a dotted path, as text.</summary>
    public string? this[string path]
    {
        get
        {
            var node = Json;
            foreach (var name in path.Split('.'))
            {
                node = node is JsonArray items ? items[int.Parse(name)] : node?[name];
            }

            return node?.ToString();
        }
    }

    public string Header(string name) => Headers.GetValues(name).Single();
}
