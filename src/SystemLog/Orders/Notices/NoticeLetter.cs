using System.Globalization;
using System.Text;
using SystemLog.Messages;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders.Notices;

/// <summary>Writes the mail about a status.</summary>
internal static class NoticeLetter
{
    private const int MaxNumberShown = 100;

    /// <summary>Returns subject and text.</summary>
    public static (string Subject, string Text) Write(NoticeOrder notice, OrderState order, OrderWorkflow workflow, NoticeWriting writing)
    {
        var texts = NoticeTexts.In(writing.Language);
        return notice.Audience == Audience.Approvers ? ToApprovers(order, texts, writing) : ToCustomer(notice, order, workflow, texts);
    }

    private static (string Subject, string Text) ToCustomer(NoticeOrder notice, OrderState order, OrderWorkflow workflow, NoticeTexts texts)
    {
        var status = workflow.Find(notice.Status)?.LabelIn(texts.Language).Customer ?? notice.Status;
        var said = notice.Trigger is { } trigger
            ? workflow.Triggers.FirstOrDefault(one => one.Name == trigger)?.LabelIn(texts.Language) ?? trigger
            : status;
        var (word, number) = (texts.WordFor(order.Order.Subject.Type), NumberOf(order));
        var text = new StringBuilder();
        text.AppendLine(order.Snapshot.Customer.Name is { Length: > 0 } name ? Said(texts.Greeting, OneLine(name)) : texts.GreetingNobody).AppendLine();
        text.AppendLine(Sentence(Said(notice.Trigger is null ? texts.Status : texts.Happened, word, number, said)));
        Add(text, notice.Reason is { } reason ? Said(texts.Reason, reason) : null);
        Add(text, notice.Note);
        Add(text, order.Snapshot.CustomerUrl is { } url && IsWebAddress(url) ? Said(texts.Link, url) : null);
        text.AppendLine().AppendLine(texts.Regards);
        return (Sentence(Said(texts.Subject, word, number, said)), text.ToString());
    }

    private static (string Subject, string Text) ToApprovers(OrderState order, NoticeTexts texts, NoticeWriting writing)
    {
        var (word, number) = (texts.WordFor(order.Order.Subject.Type), NumberOf(order));
        var text = new StringBuilder();
        text.AppendLine(Sentence(Said(texts.ApprovalStatus, word, number)));
        Add(text, order.Snapshot.PlacedBy is { } orderer ? Said(texts.PlacedBy, OneLine(orderer.Name)) : null);
        Add(text, order.Snapshot.Total is { } total ? Said(texts.Total, total.ToString(CultureInfo.GetCultureInfo(texts.Language))) : null);
        Add(text, new PanelLinks(writing.PanelUrl).Subject(order.Order.Shop, order.Order.Subject) is { } page ? Said(texts.OpenPanel, page) : null);
        return (Said(texts.ApprovalSubject, word, number), text.ToString());
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            text.AppendLine().AppendLine(line);
        }
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    // A number and a name come from outside, and a control character may not stand in a subject.
    private static string NumberOf(OrderState order) => OneLine(order.Order.Subject.Number);

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MaxNumberShown ? line : line[..MaxNumberShown];
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Said(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
