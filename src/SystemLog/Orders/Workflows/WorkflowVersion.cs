using System.Security.Cryptography;
using System.Text;

namespace SystemLog.Orders.Workflows;

/// <summary>Tells two definitions of a workflow apart by a short text.</summary>
internal static class WorkflowVersion
{
    private const int Bytes = 8;

    public static string Of(WorkflowDraft draft)
    {
        var lines = draft.Statuses.Select(Line).Concat(draft.Transitions.Select(Line)).Prepend($"{draft.Name}|{draft.Mode}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }

    private static string Line(OrderStatus status) =>
        $"{status.Code}|{status.Role}|{status.MayEnd}|{status.IsShownToCustomer}|{status.Priority}|{string.Join(',', status.Aliases)}";

    private static string Line(Transition transition) => string.Join('|',
    [
        transition.Id, transition.Trigger, $"{transition.Mode}", $"{transition.Right.GetType().Name}:{transition.Right}",
        $"{transition.IsInitial},{transition.IsFromAny},{transition.IsOverride},{transition.IsInternal},{transition.RemembersStatus},{transition.IsApproval}",
        string.Join(',', transition.From),
        string.Join(',', transition.To.Select(Words)),
        Words(transition.Guards), Words(transition.Warnings),
        string.Join(',', transition.Notices.OrderBy(notice => notice.Key).Select(notice => $"{notice.Key}={notice.Value}")),
        string.Join(',', transition.Hints.Select(hint => $"{hint.State}={hint.Hint}@{hint.To}")),
    ]);

    private static string Words(IEnumerable<Guard> guards) => string.Join(',', guards.Select(guard => $"{guard.Name}={guard.Reason}"));

    private static string Words(TransitionTarget target) => target switch
    {
        TransitionTarget.Status status => $"{status.Code}({Words(status.When)})",
        TransitionTarget.Chosen chosen => $"chosen({string.Join(',', chosen.Codes)})",
        TransitionTarget.Previous previous => $"previous({string.Join(',', previous.Codes)})",
        _ => "",
    };
}
