using SystemLog.Orders.Workflows;

namespace SystemLog.AspNetCore.Orders;

/// <summary>What a status looks like, by its role: red for what needs a person, amber for what waits for somebody, green for what the customer has.</summary>
internal static class StatusLook
{
    public static string ClassOf(StatusRole role) => role switch
    {
        StatusRole.Faulted or StatusRole.PaymentFailed => "chip bad",
        StatusRole.AwaitingApproval or StatusRole.AwaitingPayment => "chip soon",
        StatusRole.New or StatusRole.InProgress or StatusRole.Ready => "chip going",
        StatusRole.Fulfilled or StatusRole.Invoiced => "chip good",
        _ => "chip",
    };

    public static string GlyphOf(StatusRole role) => role switch
    {
        StatusRole.AwaitingPayment => "card",
        StatusRole.PaymentFailed or StatusRole.Faulted => "warning",
        StatusRole.AwaitingApproval => "person",
        StatusRole.New => "new",
        StatusRole.InProgress => "run",
        StatusRole.Ready => "box",
        StatusRole.Fulfilled => "tick",
        StatusRole.Invoiced => "paper",
        StatusRole.Archived => "shelf",
        _ => "cross",
    };
}
