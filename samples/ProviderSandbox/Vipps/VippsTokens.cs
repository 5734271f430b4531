using System.Globalization;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Vipps;

/// <summary>The access token API: keys in headers, an empty body, and an hour's token.</summary>
internal sealed class VippsTokens(SandboxState state)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);

    public bool IsValid(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true
        && _expiries.TryGetValue(authorization["Bearer ".Length..], out var expiry)
        && state.Now < expiry;

    public Answer Create(Call call)
    {
        if (call.Header("client_id") != VippsCredentials.ClientId)
        {
            return Refused(400, "unauthorized_client", $"AADSTS70001: Application with identifier '{call.Header("client_id")}' was not found in the directory.");
        }

        if (call.Header("client_secret") != VippsCredentials.ClientSecret)
        {
            return Refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }

        var now = state.Now;
        var token = $"eyJ0eXAiOiJKV1QifQ.{state.Ids.Token()}.{state.Ids.Token()}";
        _expiries[token] = now + Life;
        return Answer.Json(200, new
        {
            token_type = "Bearer",
            expires_in = Life.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ext_expires_in = "0",
            expires_on = Seconds(now + Life),
            not_before = Seconds(now),
            resource = "00000002-0000-0000-c000-000000000000",
            access_token = token,
        });
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static Answer Refused(int status, string error, string description) =>
        Answer.Json(status, new { error, error_description = description });
}
