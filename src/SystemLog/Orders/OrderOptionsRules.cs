using Microsoft.Extensions.Options;
using SystemLog.Messages;
using SystemLog.Orders.Policies;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>What the settings of orders and the workflows must hold to, all of it before the host starts.</summary>
internal sealed class OrderOptionsRules(
    WorkflowDirectory workflows, ShopDirectory shops, IEnumerable<IPaymentRequests> payments) : IValidateOptions<OrderOptions>
{
    private static readonly TimeSpan s_longestHold = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, OrderOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(OrderOptions options) =>
        WorkflowFaults(options).Concat(CompareFaults(options)).Concat(options.All.SelectMany(one => PolicyFaults(one.Name, one.Shop, one.Policy)));

    private IEnumerable<string> WorkflowFaults(OrderOptions options)
    {
        foreach (var unknown in workflows.All.Where(one => one.Shop is { } shop && !shops.Knows(shop)))
        {
            yield return $"AddWorkflow(\"{unknown.SubjectType}\", ..., \"{unknown.Shop}\"): no such shop is configured.";
        }

        foreach (var twice in workflows.All.GroupBy(one => (one.SubjectType, one.Shop)).Where(same => same.Select(one => one.Workflow).Distinct().Skip(1).Any()))
        {
            yield return $"AddWorkflow(\"{twice.Key.SubjectType}\", ...) is called with {string.Join(" and ", twice.Select(one => one.Workflow.Name))}: "
                + "one type of subject has one workflow in a shop.";
        }

        foreach (var fault in workflows.All.Select(one => one.Workflow).Distinct().SelectMany(workflow => WorkflowCheck.MissingLabels(workflow, [.. options.Languages])))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> CompareFaults(OrderOptions options)
    {
        if (options.CompareEvery != Timeout.InfiniteTimeSpan && (options.CompareEvery < TimeSpan.FromMinutes(1) || options.CompareEvery > TimeSpan.FromDays(7)))
        {
            yield return $"CompareEvery ({options.CompareEvery}) must be 00:01:00 to 7.00:00:00, or Timeout.InfiniteTimeSpan.";
        }
    }

    private IEnumerable<string> PolicyFaults(string name, string? shop, OrderPolicy policy)
    {
        if (shop is not null && !shops.Knows(shop))
        {
            yield return $"{name}: no such shop is configured.";
        }

        if (policy.HoldBack is { } hold && (hold < TimeSpan.Zero || hold > s_longestHold))
        {
            yield return $"{name}.HoldBack ({hold}) must be 00:00:00 to {s_longestHold}.";
        }

        if (policy.ArchiveAfter < TimeSpan.Zero)
        {
            yield return $"{name}.ArchiveAfter ({policy.ArchiveAfter}) must not be negative.";
        }

        if (policy.CancelNotice < TimeSpan.Zero)
        {
            yield return $"{name}.CancelNotice ({policy.CancelNotice}) must not be negative.";
        }

        if (policy.CancelUnpaidAfter is { } limit && limit <= TimeSpan.Zero)
        {
            yield return $"{name}.CancelUnpaidAfter ({limit}) must be more than nothing; leave it null for never.";
        }

        if (policy.Payment == PaymentPolicy.RequestAfterCommit && !payments.Any())
        {
            yield return $"{name}.Payment is RequestAfterCommit, and nothing carries that out: add it with AddPaymentRequests<T>().";
        }

        foreach (var address in (policy.ApproverAddresses ?? []).Where(address => !Mailbox.TryCreate(address, out _)))
        {
            yield return $"{name}.ApproverAddresses: '{address}' cannot be an e-mail address.";
        }

        foreach (var (transition, _) in policy.Notices.Keys.Where(key => !workflows.All.Any(one => one.Workflow.Transitions.Any(known => known.Id == key.Transition))))
        {
            yield return $"{name}.Notices: no workflow has a transition '{transition}'.";
        }
    }
}
