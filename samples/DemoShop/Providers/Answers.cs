using System.Text.Json.Nodes;

namespace DemoShop.Providers;

/// <summary>Reads answers as this shop always has: JSON or nothing, and a failing one is an exception with the provider's words.</summary>
internal static class Answers
{
    private const int LongestReason = 200;

    public static async Task<JsonNode?> ReadAsync(this HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ProviderRefusedException($"{(int)response.StatusCode} {body[..Math.Min(body.Length, LongestReason)]}");
        }

        return body.Length == 0 ? null : JsonNode.Parse(body);
    }

    public static long Number(this JsonNode? answer, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            answer = answer?[name];
        }

        return answer?.GetValue<long>() ?? throw new ProviderRefusedException($"The answer has no {string.Join('.', path!)}.");
    }
}
