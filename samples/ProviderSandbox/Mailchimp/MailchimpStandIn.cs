using System.Text;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Mailchimp;

/// <summary>Mailchimp's Marketing API 3.0 with one audience and one store.</summary>
internal sealed class MailchimpStandIn : IStandIn
{
    private const int SimultaneousConnections = 10;

    private readonly SandboxState _state;
    private readonly MailchimpAudience _audience;

    public MailchimpStandIn(SandboxState state, MailchimpAudience audience)
    {
        _state = state;
        _audience = audience;
        var members = new MailchimpMembers(state, audience);
        var store = new MailchimpStore(state, audience);
        const string list = "/lists/{listId}";
        const string shop = "/ecommerce/stores/{storeId}";
        Operations =
        [
            new("ping", "GET", "/ping", _ => Answer.Json(200, new { health_status = "Everything's Chimpy!" })),
            new("getMember", "GET", list + "/members/{hash}", members.Get),
            new("addMember", "POST", list + "/members", members.Add),
            new("putMember", "PUT", list + "/members/{hash}", members.Put),
            new("tagMember", "POST", list + "/members/{hash}/tags", members.Tag),
            new("mergeFields", "GET", list + "/merge-fields", members.MergeFields),
            new("putProduct", "PUT", shop + "/products/{id}", store.PutProduct),
            new("putCustomer", "PUT", shop + "/customers/{id}", store.PutCustomer),
            new("getOrder", "GET", shop + "/orders/{id}", store.GetOrder),
            new("addOrder", "POST", shop + "/orders", store.AddOrder),
            new("putOrder", "PUT", shop + "/orders/{id}", store.PutOrder),
        ];
    }

    public Provider Provider => Provider.Mailchimp;

    public string BasePath => "/mailchimp/3.0";

    public IReadOnlyList<Operation> Operations { get; }

    public Answer? Refuse(Call call)
    {
        if (!HasKey(call.Header("Authorization")))
        {
            return MailchimpProblem.Of("API Key Invalid", _state.Ids);
        }

        if (call.Concurrent > SimultaneousConnections)
        {
            return RateLimited(call);
        }

        return call.IsMalformed ? MailchimpProblem.Of("JSON Parse Error", _state.Ids) : null;
    }

    public IEnumerable<string> ReferencesOf(Call call) =>
        _audience.FindByHash(call.Route("hash")) is { } member ? [member.Email] : [];

    public Answer UnknownPath(Call call) => MailchimpProblem.Of("Resource Not Found", _state.Ids);

    public Answer Outage(int status, Call call) => status == 500 ? MailchimpProblem.Of("Internal Server Error", _state.Ids) : Answer.GatewayPage(status);

    public Answer RateLimited(Call call) => MailchimpProblem.Of("Too Many Requests", _state.Ids);

    public Answer? Documented(string code, Call? call)
    {
        if (!MailchimpProblem.IsKnown(code))
        {
            return null;
        }

        var email = call?.Text("email_address") ?? (call is null ? null : _audience.FindByHash(call.Route("hash"))?.Email);
        return code.Equals("Merge Fields", StringComparison.OrdinalIgnoreCase)
            ? MailchimpProblem.Of(code, _state.Ids, email, new MailchimpFieldError("ADDRESS", "Please enter a complete address"))
            : MailchimpProblem.Of(code, _state.Ids, email);
    }

    public Answer Finish(Answer answer) => answer.With("X-Request-Id", _state.Ids.Guid().ToString());

    private static bool HasKey(string? authorization)
    {
        if (authorization == "Bearer " + MailchimpCredentials.ApiKey)
        {
            return true;
        }

        if (authorization?.StartsWith("Basic ", StringComparison.Ordinal) != true)
        {
            return false;
        }

        // The user name may be anything.
        Span<byte> decoded = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization["Basic ".Length..], decoded, out var length)
            && Encoding.UTF8.GetString(decoded[..length]).EndsWith(":" + MailchimpCredentials.ApiKey, StringComparison.Ordinal);
    }
}
