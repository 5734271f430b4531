using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.AspNetCore.Tests;

/// <summary>A shop's Friday morning: thirty issues of several providers, and the orders they belong to.</summary>
internal sealed class BelievableShop : ISubjectSource
{
    private static readonly string[] s_customers =
    [
        "Kari Nordmann", "Ola Hansen", "Ingrid Solberg", "Bjørn Dahl", "Anne-Lise Kristoffersen-Bergstrøm", "Per Eide", "Silje Moen", "Lars Haugen",
    ];

    private static readonly Template[] s_templates =
    [
        new(Sources.Vipps, Operations.Capture, Cause.Timeout, null, null, WhoMustAct.Nobody, true, "No answer within 30 seconds; the outcome of the capture is not known."),
        new(Sources.Klarna, Operations.Capture, Cause.AuthorizationExpired, "CAPTURE_NOT_ALLOWED", 403, WhoMustAct.Merchant, false, "Order is expired, capture is not possible."),
        new(Sources.Klarna, Operations.Refund, Cause.InsufficientAmount, "REFUND_NOT_ALLOWED", 403, WhoMustAct.Merchant, false, "Refund amount is higher than the captured amount left."),
        new(Sources.Adyen, Operations.Capture, Cause.AmountMismatch, null, 422, WhoMustAct.Merchant, false, "The order was edited after payment: order and reservation differ."),
        new(Sources.Adyen, Operations.Cancel, Cause.InvalidState, "167", 422, WhoMustAct.Merchant, false, "Original pspReference required for this operation."),
        new(Sources.Tripletex, Operations.OrderTransfer, Cause.VatOrAccountSetup, "18000", 422, WhoMustAct.Merchant, false, "Validering feilet. orderLines.vatType: Ugyldig mva-kode for denne kontoen."),
        new(Sources.Tripletex, Operations.OrderTransfer, Cause.CustomerDataInvalid, "18000", 422, WhoMustAct.Merchant, false, "customer.postalAddress.postalCode: Postnummer må ha fire siffer."),
        new(Sources.MailchimpMarketing, Operations.AudienceSync, Cause.RecipientUnsubscribed, "Member In Compliance State", 400, WhoMustAct.Customer, false, "The member has unsubscribed and cannot be added again by the shop."),
        new(Sources.Vipps, Operations.Refund, Cause.ProviderInternalError, null, 500, WhoMustAct.Provider, true, "Internal server error"),
    ];

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 7, 12, 0, TimeSpan.Zero);

    public static Fingerprint Id(int number) => Fingerprint.Parse(string.Create(CultureInfo.InvariantCulture, $"1-{number:x32}"));

    /// <summary>Writes the issues, the newest last occurrence belonging to issue 1.</summary>
    public static Task SeedAsync(PanelHost host, int issues = 30, string shop = "main") =>
        host.App.Services.GetRequiredService<IIssueStore>().RecordAsync(
            new([.. Enumerable.Range(1, issues).Select(number => Issue(number, shop))], [], []), TestContext.Current.CancellationToken);

    public static IssueDelta Issue(int number, string shop = "main")
    {
        var template = s_templates[number % s_templates.Length];
        var zReport = number % 11 == 10;
        var source = zReport ? Sources.Tripletex : template.Source;
        var subject = zReport ? new SubjectRef(SubjectTypes.ZReport, $"2026-11-{number % 19 + 1:00}") : SubjectRef.Order($"{104_900 - (number == 30 ? 3 : number)}");
        var times = Times(number);
        return new()
        {
            Id = Id(number),
            Grouping = new()
            {
                Shop = shop, Source = source, Operation = zReport ? Operations.ZReportTransfer : template.Operation, Subject = subject,
                Code = template.Code, Status = template.Status, NormalizedText = template.Description,
            },
            Explanation = new()
            {
                Cause = zReport ? Cause.MissingData : template.Cause, Family = CauseFamilies.Of(template.Cause), Retryable = template.Retryable, WhoMustAct = template.Who, Match = Match.Rule,
            },
            Description = template.Description,
            Search = SearchText.Of(subject.Number, template.Code, null, template.Description),
            SubjectLink = $"/admin/orders/{subject.Number}",
            CorrelationId = template.Status is null ? null : $"5367af52-803d-44a4-9361-bfb7e9cd{number:0000}",
            OrderAmount = template.Cause == Cause.AmountMismatch ? new Money(134_900, "NOK") : null,
            ProviderAmount = template.Cause == Cause.AmountMismatch ? new Money(124_900, "NOK") : null,
            Times = [.. times.Select(time => new Moment(time, 1))],
            Days = [.. times.GroupBy(time => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(time).DateTime)).Select(day => new DayCount(day.Key, day.Count()))],
            Samples = [.. times.TakeLast(3).Select((time, index) => Sample(number, index, time, template))],
        };
    }

    public Task<IReadOnlyDictionary<SubjectRef, SubjectFacts>> FindAsync(
        string shop, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<SubjectRef, SubjectFacts>>(
            subjects.Where(subject => subject.Type == SubjectTypes.Order && int.TryParse(subject.Number, out _)).ToDictionary(subject => subject, Facts));

    private static SubjectFacts Facts(SubjectRef subject)
    {
        var number = int.Parse(subject.Number, CultureInfo.InvariantCulture);
        var customer = s_customers[number % s_customers.Length];
        return new()
        {
            PlacedAt = Now.AddHours(-(104_900 - number) * 7),
            Total = new Money(49_900 + (number % 17 * 12_500), "NOK"),
            Customer = customer,
            Email = $"{customer.Split(' ')[0].ToLowerInvariant()}@example.no",
            Phone = "+47 912 34 567",
            Language = "nb",
            Status = "Ready to ship",
            PaymentMethod = "Klarna Pay Later",
            AdminUrl = $"/admin/orders/{subject.Number}",
            More = [new("Delivery", "Posten, pick-up point"), new("Items", "3")],
        };
    }

    /// <summary>The older an issue, the more often it happened, spread over the days before.</summary>
    private static List<long> Times(int number)
    {
        var last = Now.AddMinutes(-number * number * 9);
        return [.. Enumerable.Range(0, 1 + (number * 7 % 13)).Select(back => last.AddHours(-back * (5 + (number % 4 * 8))).ToUnixTimeMilliseconds()).Reverse()];
    }

    private static Occurrence Sample(int number, int index, long time, Template template) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{time:x16}-{number:x8}-{index}"),
        At = DateTimeOffset.FromUnixTimeMilliseconds(time),
        Status = template.Status,
        Code = template.Code,
        ContentType = "application/json",
        Body = $$"""{ "error_code": "{{template.Code ?? "none"}}", "error_messages": [ "{{template.Description}}" ] }""",
        Attempt = index + 1,
    };

    private sealed record Template(
        string Source, string Operation, Cause Cause, string? Code, int? Status, WhoMustAct Who, bool Retryable, string Description);
}
