using System.Globalization;
using System.Text;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Tripletex;

/// <summary>Session tokens: made from two tokens in the query, used as the password of HTTP Basic authentication.</summary>
internal sealed class TripletexSessions(SandboxState state)
{
    private const long CompanyId = 4711;

    private readonly Dictionary<string, DateOnly> _expiries = new(StringComparer.Ordinal);

    public bool IsValid(string? authorization)
    {
        if (authorization?.StartsWith("Basic ", StringComparison.Ordinal) != true)
        {
            return false;
        }

        Span<byte> decoded = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization["Basic ".Length..], decoded, out var length)
            && Encoding.UTF8.GetString(decoded[..length]).Split(':') is ["0", var token]
            && _expiries.TryGetValue(token, out var expiry)
            && Today < expiry;
    }

    public Answer Create(Call call)
    {
        string[] required = ["consumerToken", "employeeToken", "expirationDate"];
        if (required.Where(name => string.IsNullOrEmpty(call.Query(name))).ToList() is { Count: > 0 } missing)
        {
            return TripletexErrors.Missing(missing, state.Ids);
        }

        if (call.Query("consumerToken") != TripletexCredentials.ConsumerToken || call.Query("employeeToken") != TripletexCredentials.EmployeeToken)
        {
            return TripletexErrors.Unauthorized(state.Ids);
        }

        if (!DateOnly.TryParseExact(call.Query("expirationDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry)
            || expiry <= Today)
        {
            return TripletexErrors.Invalid([new ValidationMessage("expirationDate", "Ugyldig format.")], state.Ids);
        }

        var token = state.Ids.Token();
        _expiries[token] = expiry;
        return Answer.Json(200, new { value = new { id = _expiries.Count, token, expirationDate = expiry.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } });
    }

    public Answer WhoAmI(Call call) => Answer.Json(200, new { value = new { employeeId = 1, companyId = CompanyId, language = "no" } });

    public Answer Delete(Call call) => _expiries.Remove(call.Route("token")) ? Answer.Empty(204) : TripletexErrors.Of("6000", state.Ids);

    private DateOnly Today => DateOnly.FromDateTime(state.Now.UtcDateTime);
}
