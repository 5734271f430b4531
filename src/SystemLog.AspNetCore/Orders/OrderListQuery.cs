using Microsoft.AspNetCore.Http;
using SystemLog.Orders;
using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>A filter of orders as it stands in an address. What cannot be read is passed over, so that no address is an error.</summary>
internal sealed record OrderListQuery
{
    private const string RolePrefix = "role:";
    private const int LongestText = 200;

    public string? Type { get; init; }

    /// <summary>Gets the code of a status, or a role behind "role:".</summary>
    public string? Status { get; init; }

    public string? Text { get; init; }

    public bool IsEmpty => Status is null && Text is null;

    /// <summary>Reads the filter, for a type of subject that has a workflow: the first one where none or another is named.</summary>
    public static (OrderListQuery Query, OrderWorkflow Workflow) Read(
        IQueryCollection query, IReadOnlyList<(string SubjectType, OrderWorkflow Workflow)> workflows)
    {
        var (type, workflow) = workflows.FirstOrDefault(one => one.SubjectType == query["type"], workflows[0]);
        var status = query["status"].ToString();
        return (
            new()
            {
                Type = workflows.Count > 1 ? type : null,
                Status = CodesOf(status, workflow).Count > 0 ? status : null,
                Text = query["q"].ToString().Trim() is { Length: > 0 and <= LongestText } text ? text : null,
            },
            workflow);
    }

    /// <summary>Names a role as a filter.</summary>
    public static string Of(StatusRole role) => RolePrefix + role;

    public OrderFilter ToFilter(string type, OrderWorkflow workflow) =>
        new() { SubjectType = type, Statuses = CodesOf(Status, workflow), Text = Text };

    /// <summary>Returns what stands in the address.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs() => [new("type", Type), new("status", Status), new("q", Text)];

    private static IReadOnlyList<string> CodesOf(string? status, OrderWorkflow workflow) =>
        string.IsNullOrEmpty(status) ? []
        : status.StartsWith(RolePrefix, StringComparison.Ordinal)
            ? [.. workflow.Statuses.Where(one => Of(one.Role) == status).Select(one => one.Code)]
        : workflow.Statuses.Any(one => one.Code == status) ? [status]
        : [];
}
