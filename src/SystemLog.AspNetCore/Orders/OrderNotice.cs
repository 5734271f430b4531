using SystemLog.AspNetCore.Http;
using SystemLog.AspNetCore.Subjects;

namespace SystemLog.AspNetCore.Orders;

/// <summary>Says what a change came to with the status the order has now.</summary>
internal static class OrderNotice
{
    /// <summary>Returns the words; null where the notice says enough.</summary>
    public static string? Of(PanelRequest panel, SubjectModel model)
    {
        if (model.Order is not { } order)
        {
            return null;
        }

        var text = panel.Notice?.Kind switch
        {
            NoticeKind.OrderChanged => panel.Texts.Orders.NowIs,
            NoticeKind.OrderUnchanged => panel.Texts.Orders.StillIs,
            _ => null,
        };
        return text is null
            ? null
            : string.Format(panel.Format.Culture, text, panel.Format.Subject(model.Subject), new OrderWords(panel, order.Workflow).Status(order.State.Status));
    }
}
