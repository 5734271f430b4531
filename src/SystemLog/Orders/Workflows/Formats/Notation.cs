namespace SystemLog.Orders.Workflows.Formats;

/// <summary>How what is no status is written where one would stand.</summary>
internal static class Notation
{
    public const string New = "(new)";

    public static string Of(TransitionTarget target) => target switch
    {
        TransitionTarget.Status status => status.Code,
        TransitionTarget.Previous => "(previous)",
        _ => "(chosen)",
    };

    /// <summary>Returns what a status is called: its label for staff, or its code where no language is asked for.</summary>
    public static string NameOf(OrderStatus status, string? language) => language is null ? status.Code : status.LabelIn(language).Staff;

    /// <summary>Returns what a way is called: the label or name of its trigger, and its id.</summary>
    public static string NameOf(OrderWorkflow workflow, Transition transition, string? language) =>
        $"{(language is null ? transition.Trigger : workflow.Triggers.First(trigger => trigger.Name == transition.Trigger).LabelIn(language))} {transition.Id}";
}
