using ProviderSandbox.Wire;

namespace ProviderSandbox.Mailchimp;

/// <summary>The failing answers of the Marketing API: problem details, told apart by status, title and detail.</summary>
internal static class MailchimpProblem
{
    public const string NotValidated = "The resource submitted could not be validated. For field-specific details, see the 'errors' array.";

    // Titles are not unique, so a planned fault names what it means.
    private static readonly Dictionary<string, (int Status, string Title, string Detail)> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["API Key Invalid"] = (401, "API Key Invalid", "Your API key may be invalid, or you've attempted to access the wrong datacenter."),
        ["API Key Disabled"] = (401, "API Key Invalid", "API key has been disabled"),
        ["Forbidden"] = (403, "Forbidden", "You don't have permission to access this resource."),
        ["User action not permitted"] = (403, "User action not permitted", "User does not have access to the requested operation"),
        ["Resource Not Found"] = (404, "Resource Not Found", "The requested resource could not be found."),
        ["Too Many Requests"] = (429, "Too Many Requests", "You have exceeded the limit of 10 simultaneous connections."),
        ["Internal Server Error"] = (500, "Internal Server Error", "A deep internal error has occurred during the processing of your request."),
        ["JSON Parse Error"] = (400, "JSON Parse Error", "We encountered an unspecified JSON parsing error."),
        ["Member In Compliance State"] = (
            400, "Member In Compliance State",
            "kari@example.no is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed."),
        ["Forgotten Email Not Subscribed"] = (
            400, "Forgotten Email Not Subscribed",
            "kari@example.no was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list."),
        ["Member Exists"] = (400, "Member Exists", "kari@example.no is already a list member. Use PUT to insert or update list members."),
        ["Fake Address"] = (400, "Invalid Resource", "kari@example.no looks fake or invalid, please enter a real email address."),
        ["Too Many Signups"] = (
            400, "Invalid Resource", "kari@example.no has signed up to a lot of lists very recently; we're not allowing more signups for now"),
        ["Product Missing"] = (400, "Bad Request", "A product with the provided ID does not exist in the account for this list."),
        ["Order Exists"] = (400, "Bad Request", "An order with the provided ID already exists in the account."),
        ["Merge Fields"] = (400, "Invalid Resource", "Your merge fields were invalid."),
    };

    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    /// <param name="name">One of the names above.</param>
    /// <param name="ids">Where the instance comes from.</param>
    /// <param name="email">The address that the detail names, if it names one.</param>
    /// <param name="errors">Complaints about fields.</param>
    public static Answer Of(string name, SandboxIds ids, string? email = null, params IEnumerable<MailchimpFieldError> errors)
    {
        var (status, title, detail) = ByName[name];
        var named = email is null ? detail : detail.Replace("kari@example.no", email, StringComparison.Ordinal);
        return Write(status, title, named, ids, errors);
    }

    public static Answer Invalid(string title, string detail, SandboxIds ids, params IEnumerable<MailchimpFieldError> errors) =>
        Write(400, title, detail, ids, errors);

    private static Answer Write(int status, string title, string detail, SandboxIds ids, IEnumerable<MailchimpFieldError> errors)
    {
        var body = new Dictionary<string, object>
        {
            ["type"] = "https://mailchimp.com/developer/marketing/docs/errors/",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
            ["instance"] = ids.Guid().ToString(),
        };
        var fields = errors.Select(error => new { field = error.Field, message = error.Message }).ToList();
        if (fields.Count > 0)
        {
            body["errors"] = fields;
        }

        return Answer.Json(status, body, "application/problem+json; charset=utf-8");
    }
}
