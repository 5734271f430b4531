using System.Text.Json.Nodes;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Mailchimp;

/// <summary>The audience and the store.</summary>
public sealed class MailchimpAudience
{
    private readonly Dictionary<string, MailchimpMember> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);
    private readonly HashSet<string> _requiredMergeFields = new(StringComparer.Ordinal);
    private readonly SandboxState _state;

    internal MailchimpAudience(SandboxState state) => _state = state;

    /// <summary>Gets the store's orders as JSON, by id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Orders
    {
        get
        {
            lock (_state.Gate)
            {
                return OrderRows.ToDictionary(order => order.Key, order => order.Value.DeepClone().AsObject());
            }
        }
    }

    internal Dictionary<string, JsonObject> OrderRows { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, JsonObject> ProductRows { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, JsonObject> CustomerRows { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets a contact unsubscribe by itself; after that the API cannot subscribe it.</summary>
    public void Unsubscribe(string email) => EndByItself(email, "unsubscribed");

    /// <summary>Lets an address bounce for good; after that the API cannot subscribe it.</summary>
    public void Clean(string email) => EndByItself(email, "cleaned");

    /// <summary>Deletes a contact for ever, as a request for erasure does; the API cannot add it again.</summary>
    public void Forget(string email)
    {
        lock (_state.Gate)
        {
            _members.Remove(MailchimpMember.HashOf(email));
            _forgotten.Add(MailchimpMember.HashOf(email));
        }
    }

    /// <summary>Makes a merge field required, as a merchant does in the audience's settings.</summary>
    /// <param name="tag">FNAME, LNAME, PHONE, ADDRESS or LTV.</param>
    public void RequireMergeField(string tag)
    {
        lock (_state.Gate)
        {
            _requiredMergeFields.Add(tag);
        }
    }

    /// <summary>Gets a contact by its address, or null.</summary>
    public MailchimpMember? Find(string email)
    {
        lock (_state.Gate)
        {
            return FindByHash(MailchimpMember.HashOf(email));
        }
    }

    internal IReadOnlySet<string> RequiredMergeFields => _requiredMergeFields;

    internal bool IsForgotten(string hash) => _forgotten.Contains(hash);

    internal MailchimpMember? FindByHash(string hash) => _members.GetValueOrDefault(hash);

    internal MailchimpMember Save(MailchimpMember member) => _members[member.Hash] = member;

    private void EndByItself(string email, string status)
    {
        lock (_state.Gate)
        {
            var member = FindByHash(MailchimpMember.HashOf(email)) ?? new MailchimpMember(email, status, [], _state.Now);
            Save(member with { Status = status, IsInComplianceState = true, ChangedAt = _state.Now });
        }
    }
}
