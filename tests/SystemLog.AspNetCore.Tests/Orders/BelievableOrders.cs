using SystemLog.Orders;
using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests.Orders;

/// <summary>A print shop's Friday morning: orders in every kind of status, one of them with a long story.</summary>
internal static class BelievableOrders
{
    public const string Story = "1042";

    private const string Worker = "ola;shop=main";

    private static readonly string[] s_customers =
        ["Kari Nordmann", "Fjell Sport AS", "Ingrid Solberg", "Bjørn Dahl", "Anne-Lise Kristoffersen-Bergstrøm", "Per Eide", "Silje Moen", "Lars Haugen"];

    /// <summary>Takes orders in and leads them on.</summary>
    public static async Task SeedAsync(OrderPanel panel)
    {
        await StoryAsync(panel);
        for (var i = 0; i < 12; i++)
        {
            await LeadAsync(panel, i, $"{1030 + i}");
        }

        await panel.OrphanAsync("0998");
        await panel.FailAsync("1033");
        await panel.FailAsync(Story);
        await panel.TrackAsync(Of(panel, 3, "1050") with { PlacedByApprover = false });
        await panel.TrackAsync(Of(panel, 4, "1051") with { Payment = new(PaymentState.Pending) });
        await panel.TrackAsync(Of(panel, 5, "1052") with { Payment = new(PaymentState.Pending) });
        await panel.TrackAsync(Of(panel, 5, "1052") with { Payment = new(PaymentState.Failed) });
        await panel.BySystemAsync("1052", "FailPayment");
        await panel.SendAsync();
    }

    private static async Task StoryAsync(OrderPanel panel)
    {
        await panel.TrackAsync(panel.Order(Story) with
        {
            Payment = new(PaymentState.Authorized) { AuthorizedMinor = 124_900 },
            SourceApp = "Impleo Web",
            SourceVersion = "6.2",
            LastModifiedAt = panel.Host.Time.GetUtcNow(),
            AdminUrl = $"/admin/orders/{Story}",
            CustomerUrl = $"https://shop.example/min-profil/{Story}",
            OrderClass = "made-to-order",
        });
        await panel.SendAsync();
        await panel.LeadAsync(Story, OrderPanel.Anna, "Approve");
        await panel.SendAsync();
        await panel.LeadAsync(Story, Worker, "StartProduction");
        await panel.BySystemAsync(Story, "Fail", new() { Issue = "1-abc", Reason = "The print file could not be read: page 3 has no bleed." });
        panel.Host.Time.Advance(TimeSpan.FromMinutes(50));
        await panel.Orders.NoteAsync(OrderPanel.Ref(Story), "Got a new file from the customer by e-mail.\nPage 3 is right now.", new("ola", "Ola Nilsen"));
        await panel.LeadAsync(Story, Worker, "Resume");
        await panel.ApplyAsync(Story, Worker, "FinishProduction", new() { Notify = false, InternalNote = "Stands on shelf B4." });
        panel.Host.Time.Advance(TimeSpan.FromMinutes(30));
    }

    private static async Task LeadAsync(OrderPanel panel, int index, string number)
    {
        panel.Host.Time.Advance(TimeSpan.FromMinutes(7));
        await panel.TrackAsync(Of(panel, index, number) with { PlacedByApprover = true, NeedsProduction = index % 4 != 3 });
        string[] way = (index % 6) switch
        {
            0 => [],
            1 => ["StartProduction"],
            2 => ["StartProduction", "FinishProduction"],
            3 => ["Deliver"],
            4 => ["StartProduction", "FinishProduction", "Deliver"],
            _ => ["Receive"],
        };
        await panel.LeadAsync(number, Worker, index % 4 == 3 && way.Contains("StartProduction") ? ["Receive"] : index % 6 == 3 && index % 4 != 3 ? ["Receive"] : way);
        if (index == 7)
        {
            await panel.ApplyAsync(number, Worker, "Cancel", new() { Reason = "The customer ordered twice.", Channels = MessageChannels.Email });
        }

        if (index == 4)
        {
            await panel.Orders.HandOverAsync(
                OrderPanel.Ref(number), new(panel.Host.Time.GetUtcNow(), new("ola", "Ola Nilsen")) { Carrier = "Posten", TrackingNumber = "70438101015432113" });
        }
    }

    private static OrderSnapshot Of(OrderPanel panel, int index, string number)
    {
        var name = s_customers[index % s_customers.Length];
        return panel.Order(number) with
        {
            Total = new(49_900 + (index % 7 * 112_500), "NOK"),
            Customer = new() { Id = $"c{index}", Name = name, Email = $"{name.Split(' ')[0].ToLowerInvariant()}@example.no", Phone = "+47 912 34 567", Language = "nb" },
            Subject = SubjectRef.Order(number),
        };
    }
}
