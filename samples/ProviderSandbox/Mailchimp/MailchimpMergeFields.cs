using System.Text.Json;
using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Mailchimp;

/// <summary>The audience's merge fields and what may stand in them.</summary>
internal static class MailchimpMergeFields
{
    private static readonly string[] AddressParts = ["addr1", "city", "state", "zip"];

    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FNAME"] = "text",
        ["LNAME"] = "text",
        ["PHONE"] = "phone",
        ["ADDRESS"] = "address",
        ["LTV"] = "number",
    };

    /// <summary>The complaints about the fields sent, and about required ones that the contact lacks.</summary>
    public static IEnumerable<MailchimpFieldError> Errors(JsonObject fields, IReadOnlySet<string> required, bool skipRequired)
    {
        foreach (var (tag, type) in Types)
        {
            var value = fields[tag];
            var isEmpty = value is null || value.AsText() is "";
            if (isEmpty && !skipRequired && required.Contains(tag))
            {
                yield return new(tag, "Please enter a value");
            }
            else if (!isEmpty && !Fits(type, value!))
            {
                yield return new(tag, type == "address" ? "Please enter a complete address" : $"Please enter a {type}");
            }
        }
    }

    private static bool Fits(string type, JsonNode value) => type switch
    {
        "number" => value.GetValueKind() == JsonValueKind.Number || decimal.TryParse(value.AsText(), out _),
        "address" => value is JsonObject address && AddressParts.All(part => !string.IsNullOrWhiteSpace(address[part].AsText())),
        _ => value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number,
    };
}
