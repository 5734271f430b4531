using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProviderSandbox.Wire;

namespace ProviderSandbox.Mailchimp;

/// <summary>Members of the audience, tags and merge fields.</summary>
internal sealed partial class MailchimpMembers(SandboxState state, MailchimpAudience audience)
{
    private static readonly string[] Statuses = ["subscribed", "unsubscribed", "cleaned", "pending", "transactional"];

    // Mailchimp's own list is secret; these are refused here.
    private static readonly string[] FakeDomains = ["test.com", "test.test", "asdf.com", "fake.com"];

    public Answer Get(Call call) => InList(call, () =>
        audience.FindByHash(HashOf(call)) is { } member ? Show(member) : MailchimpProblem.Of("Resource Not Found", state.Ids));

    public Answer Add(Call call) => InList(call, () =>
    {
        if (call.Text("email_address") is { } email && audience.Find(email) is { } member)
        {
            return MailchimpProblem.Of("Member Exists", state.Ids, member.Email);
        }

        return call.Text("status") is null
            ? MailchimpProblem.Invalid(
                "Invalid Resource", MailchimpProblem.NotValidated, state.Ids, new MailchimpFieldError("status", "This value should not be blank."))
            : Save(call, call.Text("email_address"), null);
    });

    public Answer Put(Call call) => InList(call, () =>
    {
        var member = audience.FindByHash(HashOf(call));
        if (member is null && call.Text("status_if_new") is null && call.Text("status") is null)
        {
            return MailchimpProblem.Invalid(
                "Invalid Resource", MailchimpProblem.NotValidated, state.Ids, new MailchimpFieldError("status_if_new", "This value should not be blank."));
        }

        return Save(call, call.Text("email_address") ?? member?.Email, member);
    });

    public Answer Tag(Call call) => InList(call, () =>
    {
        if (audience.FindByHash(HashOf(call)) is not { } member)
        {
            return MailchimpProblem.Of("Resource Not Found", state.Ids);
        }

        var tags = member.Tags.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in call.List("tags").OfType<JsonObject>())
        {
            var name = tag["name"].AsText() ?? string.Empty;
            _ = tag["status"].AsText() == "inactive" ? tags.Remove(name) : tags.Add(name);
        }

        audience.Save(member with { Tags = tags });
        return Answer.Empty(204);
    });

    public Answer MergeFields(Call call) => InList(call, () => Answer.Json(200, new
    {
        merge_fields = MailchimpMergeFields.Types.Select(field => new
        {
            tag = field.Key,
            type = field.Value,
            required = audience.RequiredMergeFields.Contains(field.Key),
        }).ToList(),
        list_id = MailchimpCredentials.ListId,
        total_items = MailchimpMergeFields.Types.Count,
    }));

    private Answer Save(Call call, string? email, MailchimpMember? member)
    {
        if (email is null || !Address().IsMatch(email))
        {
            return MailchimpProblem.Invalid("Invalid Resource", "Please provide a valid email address.", state.Ids);
        }

        if (FakeDomains.Contains(email[(email.IndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase))
        {
            return MailchimpProblem.Of("Fake Address", state.Ids, email);
        }

        if (audience.IsForgotten(MailchimpMember.HashOf(email)))
        {
            return MailchimpProblem.Of("Forgotten Email Not Subscribed", state.Ids, email);
        }

        var status = call.Text("status") ?? member?.Status ?? call.Text("status_if_new")!;
        if (!Statuses.Contains(status))
        {
            return MailchimpProblem.Invalid(
                "Invalid Resource", MailchimpProblem.NotValidated, state.Ids, new MailchimpFieldError("status", "Value must be one of the accepted statuses."));
        }

        if (member is { IsInComplianceState: true } && status == "subscribed")
        {
            return MailchimpProblem.Of("Member In Compliance State", state.Ids, email);
        }

        return SaveValid(call, (member ?? new MailchimpMember(email, status, [], state.Now)) with { Status = status });
    }

    private Answer SaveValid(Call call, MailchimpMember member)
    {
        var fields = member.MergeFields.DeepClone().AsObject();
        foreach (var (tag, value) in call.Find("merge_fields") as JsonObject ?? [])
        {
            fields[tag] = value?.DeepClone();
        }

        var skipRequired = call.Query("skip_merge_validation") == "true";
        var errors = MailchimpMergeFields.Errors(fields, audience.RequiredMergeFields, skipRequired).ToList();
        return errors.Count > 0
            ? MailchimpProblem.Of("Merge Fields", state.Ids, null, errors)
            : Show(audience.Save(member with { MergeFields = fields, ChangedAt = state.Now }));
    }

    // The path takes the address itself as well as its hash.
    private static string HashOf(Call call) => call.Route("hash") is var given && given.Contains('@') ? MailchimpMember.HashOf(given) : given;

    private static Answer Show(MailchimpMember member) => Answer.Json(200, new
    {
        id = member.Hash,
        email_address = member.Email,
        status = member.Status,
        merge_fields = member.MergeFields,
        last_changed = member.ChangedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:sszzz"),
        list_id = MailchimpCredentials.ListId,
        tags = member.Tags.Select((name, index) => new { id = index + 1, name }).ToList(),
    });

    private Answer InList(Call call, Func<Answer> carryOut) =>
        call.Route("listId") == MailchimpCredentials.ListId ? carryOut() : MailchimpProblem.Of("Resource Not Found", state.Ids);

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
