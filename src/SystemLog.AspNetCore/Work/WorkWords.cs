using SystemLog.AspNetCore.Texts;
using SystemLog.Work;

namespace SystemLog.AspNetCore.Work;

/// <summary>Says how an item stands. Waiting is three things to who looks: for its time, for its turn, and for another attempt.</summary>
internal static class WorkWords
{
    /// <summary>Returns the name of the text for the state of an item.</summary>
    public static string StateOf(WorkItem item, DateTimeOffset now) =>
        item.State != WorkState.Waiting ? item.State.ToString()
        : item.DueAt <= now ? "Due"
        : item.Tries > 0 ? "Retrying"
        : nameof(WorkState.Waiting);

    /// <summary>Returns in a sentence why an item is where it is.</summary>
    public static string Stands(WorkItemModel model, PanelFormat format, PanelTexts texts)
    {
        var sentence = texts.Work.Stands[StateOf(model.Item, format.Now)];
        var cancelled = model.Decisions.LastOrDefault(decision => decision.Kind == WorkDecisionKind.Cancel);
        return model.Item.State == WorkState.Cancelled
            ? string.Format(format.Culture, sentence, cancelled is null ? texts.TheSystem : PanelFormat.Plain(cancelled.Actor.Name))
            : string.Format(format.Culture, sentence, format.Moment(model.Item.DueAt));
    }

    /// <summary>Returns the first line of a reason, without what turns the direction of writing.</summary>
    public static string FirstLine(string? reason) => PanelFormat.Plain(reason?.Trim().Split('\n', 2)[0].TrimEnd());
}
