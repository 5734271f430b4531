using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;
using SystemLog.Work;

namespace SystemLog.Orders.Drift;

/// <summary>Compares the status that the host has of its orders with ours, and reports each that differs as an issue, which is solved when they agree
/// again.</summary>
internal sealed class DriftHandler(
    IOrderQueries queries, WorkflowDirectory workflows, IEnumerable<ISubjectSource> sources, IssueLog issues, TimeProvider time) : IWorkHandler
{
    /// <summary>The kind of work. Stored: never change it.</summary>
    public const string Name = "order-drift";

    /// <summary>The source of issues about the workflow.</summary>
    public const string Source = "Workflow";

    private const int ComparedAtOnce = 200;

    // What is on its way to the host is no difference yet.
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(10);

    public WorkKind Kind { get; } = new(Name) { AtOnce = 1, TimeLimit = TimeSpan.FromMinutes(30), Retry = new(3, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)) };

    public async Task<WorkOutcome> HandleAsync(WorkContext work, CancellationToken cancellationToken)
    {
        if (sources.LastOrDefault() is not { } source)
        {
            return new WorkOutcome.Done();
        }

        foreach (var (subjectType, workflow) in workflows.In(work.Item.Shop))
        {
            await CompareAsync((work.Item.Shop, subjectType), workflow, source, cancellationToken);
        }

        return new WorkOutcome.Done();
    }

    private async Task CompareAsync((string Shop, string SubjectType) what, OrderWorkflow workflow, ISubjectSource source, CancellationToken cancellationToken)
    {
        // What is put away for good is not asked for any more.
        IReadOnlyList<string> ended = [.. workflow.Statuses.Where(status => status.MayEnd).Select(status => status.Code)];
        SubjectRef? after = null;
        while (true)
        {
            var page = await queries.InStatusesAsync(what.Shop, new(what.SubjectType, ended, IsAllBut: true), ComparedAtOnce, after, cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            var settled = page.Where(state => time.GetUtcNow() - state.StatusSince >= s_grace).ToList();
            var facts = await source.FindAsync(what.Shop, [.. settled.Select(state => state.Order.Subject)], cancellationToken);
            foreach (var state in settled)
            {
                Judge(state, workflow, facts.GetValueOrDefault(state.Order.Subject)?.Status);
            }

            after = page[^1].Order.Subject;
        }
    }

    private void Judge(OrderState state, OrderWorkflow workflow, string? hostStatus)
    {
        if (string.IsNullOrWhiteSpace(hostStatus))
        {
            return;
        }

        if (workflow.Find(hostStatus)?.Code == state.Status)
        {
            issues.ReportSuccess(Source, Operations.CompareStatus, state.Order.Subject, shop: state.Order.Shop);
            return;
        }

        issues.Report(new()
        {
            Shop = state.Order.Shop,
            Source = Source,
            Operation = Operations.CompareStatus,
            Subject = state.Order.Subject,
            SubjectLink = state.Snapshot.AdminUrl,
            Text = $"Status drift: the shop has '{hostStatus}', the workflow has '{state.Status}'.",
            GroupingKey = "status drift",
        });
    }
}
