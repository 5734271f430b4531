using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ProviderSandbox.Mailchimp;

/// <summary>One contact of the audience.</summary>
/// <param name="Email">As it was first written.</param>
/// <param name="Status">subscribed, unsubscribed, cleaned, pending or transactional.</param>
/// <param name="MergeFields">Name, address and whatever the audience holds.</param>
/// <param name="ChangedAt">Last change.</param>
public sealed record MailchimpMember(string Email, string Status, JsonObject MergeFields, DateTimeOffset ChangedAt)
{
    /// <summary>Gets whether the contact itself, a bounce or Mailchimp ended the subscription: the API may not begin it again.</summary>
    public bool IsInComplianceState { get; init; }

    public IReadOnlyCollection<string> Tags { get; init; } = [];

    public string Hash => HashOf(Email);

    /// <summary>Mailchimp's id of an address: the MD5 of its lower-case form. It is an address, not a protection.</summary>
    public static string HashOf(string email) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));
}
