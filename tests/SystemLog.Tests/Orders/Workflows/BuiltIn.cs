using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

/// <summary>The built-in workflows.</summary>
internal static class BuiltIn
{
    public static IReadOnlyList<OrderWorkflow> All { get; } = [OrderWorkflow.Impleo, OrderWorkflow.DanDomain, OrderWorkflow.Reservation];

    public static TheoryData<string> Names => [.. All.Select(workflow => workflow.Name)];

    public static OrderWorkflow Named(string name) => All.Single(workflow => workflow.Name == name);
}
