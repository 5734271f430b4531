using DemoShop.Orders;
using ProviderSandbox;
using ProviderSandbox.Faults;
using static DemoShop.Orders.PaymentMethod;
using static DemoShop.Orders.Product;
using static DemoShop.TradingDay.DayStep;

namespace DemoShop.TradingDay;

/// <summary>The day: who buys what, what staff do, and when a provider fails. Everything else follows from how the providers behave.</summary>
internal static class DayScript
{
    /// <summary>Orders of the outlet have numbers that begin so.</summary>
    public const string OutletPrefix = "5";

    /// <summary>Has unsubscribed from the knitting letter by herself, so that nobody but herself may subscribe her again.</summary>
    public static readonly Customer Unsubscribed = Person("Berit Holm");

    /// <summary>Buys for his company: what he orders waits for approval.</summary>
    public static readonly Customer Interior = new("Rønning Interiør AS", "oystein@ronning-interior.example.no", "923609016");

    /// <summary>The two latest settlements of the till; the last one takes its sales to an account that is locked to another VAT code.</summary>
    public static IEnumerable<ZReport> ZReports(DateTimeOffset start) =>
    [
        new("116", start.AddDays(-3).ToString("yyyy-MM-dd"), Cash: 4_310_00, Card: 18_724_00, SalesAccount: 3000),
        new("117", start.AddDays(-2).ToString("yyyy-MM-dd"), Cash: 2_890_00, Card: 23_115_00, SalesAccount: 3010),
    ];

    public static IReadOnlyList<DayStep> Steps { get; } = [.. Customers, .. Payments, .. Fulfilment, .. AfterThoughts, .. Accounting, .. Newsletter, .. Settings];

    private static IEnumerable<DayStep> Settings =>
    [
        new TakesOver("08:01", Shops.Fjordstrikk),
        new WantsSummary("08:01", Shops.Fjordstrikk, "ingrid@fjordstrikk.example.no"),
    ];

    private static IEnumerable<DayStep> Customers =>
    [
        new Buys("08:00", "1018", Person("Torunn Eide"), Klarna, Lusekofte) { DaysBefore = 29 },
        new Buys("08:00", "1021", Person("Kåre Myklebust"), Klarna, Lusekofte, Mittens) { DaysBefore = 31 },
        new Buys("08:02", "1031", Person("Kari Nordmann"), Vipps, Setesdal),
        new Buys("08:05", "1032", Person("Ola Bakken"), Klarna, Marius),
        new Buys("08:09", "1033", Person("Ingvild Haugen"), Card, Mittens, Socks),
        new Buys("08:14", "1034", Person("Sindre Lie"), Vipps, Blanket),
        new Buys("08:20", "1035", Person("Marit Solberg"), Vipps, Marius),
        new Buys("08:25", "5001", Person("Frode Hagen"), Vipps, Socks, Socks, Socks),
        new Buys("08:27", "1036", Person("Per Olav Dahl"), Vipps, Wool),
        new Buys("08:31", "1037", Person("Anne-Lise Moen"), Klarna, Socks, Headband),
        new Buys("08:38", "1038", Person("Håkon Strand"), Vipps, Needles, Book),
        new Buys("08:44", "1039", Person("Tuva Eriksen"), Klarna, Setesdal),
        new Buys("08:52", "1040", Person("Jonas Berg"), Klarna, Setesdal),
        new Buys("08:58", "1041", Person("Solveig Aas"), Vipps, Mittens),
        new Buys("09:05", "1042", Person("Bjørn Nygård"), Klarna, Lusekofte),
        new Buys("09:10", "5002", Person("Gunn Tangen"), Klarna, Marius),
        new Buys("09:11", "1043", Person("Eli Kvam"), Vipps, Headband, Mittens),
        new Buys("09:16", "1044", Person("Terje Foss"), Card, Marius),
        new Buys("09:22", "1045", Person("Liv Grønli"), Klarna, Weekend),
        new Buys("09:30", "1046", Person("Arne Sæther"), Card, Setesdal),
        new Buys("09:37", "1047", Person("Nina Hovland"), Vipps, Socks, Socks),
        new Buys("09:45", "1048", new Customer("Fjellheim Barnehage SA", "post@fjellheim-barnehage.example.no", "912345678"), Klarna, Blanket, Blanket, Blanket),
        new Buys("09:50", "5003", Person("Roar Sletten"), Vipps, Headband),
        new Buys("10:20", "1049", Person("Ragnhild Vik"), Klarna, Marius),
        new Buys("10:34", "1050", Person("Mads Lunde"), Klarna, Needles),
        new Buys("10:40", "5004", Person("Silje Kroken"), Card, Mittens),
        new Buys("10:49", "1051", Person("Hedda Myhre"), Klarna, Wool, Needles),
        new Buys("11:02", "1052", Person("Geir Tveit"), Klarna, Setesdal, Headband),
        new Buys("11:15", "1053", Person("Synne Ruud"), Klarna, Blanket),
        new Buys("11:26", "1054", new Customer("Hav & Ull AS", "bestilling@havogull.example.no", "987 654 325"), Card, Wool, Wool, Wool, Needles),
        new Buys("11:30", "5005", Person("Odd Lervik"), Klarna, Setesdal),
        new Buys("11:38", "1055", Unsubscribed, Vipps, Book),
        new Buys("11:51", "1056", Interior, Vipps, Lusekofte),
        new Buys("12:04", "1057", new Customer("Test Testesen", "kundeklubb@test.com"), Vipps, Socks),
        new Buys("12:16", "1058", Person("Astrid Fjeld"), Card, Weekend),
        new Buys("12:20", "5006", Person("Mona Brekke"), Vipps, Wool),
        new Buys("12:28", "1059", Person("Kjell Bråten"), Klarna, Marius, Socks),
        new Buys("12:40", "1060", Person("Ida Sand"), Vipps, Mittens),
        new Buys("12:52", "1061", Person("Morten Lien"), Klarna, Lusekofte),
        new Buys("13:30", "5007", Person("Petter Aune"), Klarna, Blanket),
        new Buys("13:41", "1062", Person("Guro Helle"), Vipps, Wool, Book),
        new Buys("13:52", "1063", Person("Steinar Vold"), Card, Headband),
        new Buys("14:05", "1064", Person("Marte Opsahl"), Klarna, Marius),
        new Buys("14:18", "1065", Person("Lars Ekern"), Vipps, Setesdal),
        new Buys("14:31", "1066", Person("Turid Hjelle"), Vipps, Socks, Mittens),
        new Buys("14:40", "5008", Person("Vegard Nes"), Vipps, Marius),
        new Buys("14:45", "1067", Person("Emil Sørli"), Klarna, Needles, Wool),
        new Buys("15:02", "1068", Person("Randi Moe"), Card, Blanket),
        new Buys("15:15", "1069", Person("Knut Rossland"), Vipps, Headband, Headband),
        new Buys("15:40", "1070", Person("Åse Lindqvist"), Klarna, Setesdal),
        new Buys("15:43", "1071", Interior, Vipps, Blanket, Blanket),
    ];

    private static IEnumerable<DayStep> Payments =>
    [
        new Does("10:00", Deed.Capture, "1031", "1032", "1033", "1035", "1037", "1039", "1041", "1042", "1044", "1047", "5001"),

        // Vipps is slow for a while: three orders at once, one of which succeeds on its fourth attempt.
        new Trouble("10:05", Capturing(Provider.Vipps, new FaultKind.TimeOut(), "fjordstrikk-1034", times: 3)),
        new Trouble("10:05", Capturing(Provider.Vipps, new FaultKind.TimeOut(), "fjordstrikk-1036", times: 2)),
        new Trouble("10:05", Capturing(Provider.Vipps, new FaultKind.TimeOut(), "fjordstrikk-1038")),
        new DoesAtOnce("10:06", Deed.Capture, "1034", "1036", "1038"),
        new DoesAtOnce("10:16", Deed.Capture, "1034", "1036"),
        new Does("10:31", Deed.Capture, "1034"),
        new Does("11:05", Deed.Capture, "1034"),

        // The cardigans came from the weaver too late: Klarna holds an authorization for 28 days.
        new Does("10:08", Deed.Capture, "1018", "1021"),
        new Does("13:36", Deed.Capture, "1018"),

        new Trouble("10:11", Capturing(Provider.Adyen, new FaultKind.Status(503), "1046")),
        new Does("10:12", Deed.Capture, "1046"),
        new Does("10:26", Deed.Capture, "1046"),
        new Does("10:41", Deed.Capture, "1045", "1048"),

        // Klarna is down around one o'clock; three of eight orders are sent again when it is back.
        new Trouble("13:00", Capturing(Provider.Klarna, new FaultKind.Status(503), reference: null, times: 16)),
        new Does("13:01", Deed.Capture, "1049", "1050", "1051", "1052", "1053", "1059", "1061", "5005"),
        new Does("13:12", Deed.Capture, "1049", "1050", "1051", "1052", "1053", "1059", "1061", "5005"),
        new Does("14:10", Deed.Capture, "1049", "1050", "5005"),

        new Does("13:25", Deed.Capture, "1040", "1043", "1054", "1055", "1056", "1057", "1058", "1060"),
        new Does("14:33", Deed.Capture, "1040"),
        new Trouble("15:29", Capturing(Provider.Vipps, new FaultKind.Documented("6280"), "fjordstrikk-5003")),
        new Does("15:30", Deed.Capture, "1062", "1063", "1064", "1065", "1066", "1067", "1068", "1069", "5002", "5003", "5004", "5006"),
    ];

    private static IEnumerable<DayStep> Fulfilment =>
    [
        // Companies wait for the merchant's word; the last one of the day still does.
        new Does("10:15", Deed.Approve, "1048"),
        new Does("11:55", Deed.Approve, "1054", "1056"),

        // Pewter clasps are sewn on in the house.
        new Does("09:20", Deed.StartProduction, "1042"),
        new Does("09:50", Deed.FinishProduction, "1042"),
        new Does("12:00", Deed.StartProduction, "1056"),
        new Does("13:10", Deed.FinishProduction, "1056"),
        new Does("14:25", Deed.StartProduction, "1061"),

        // A parcel leaves once its money is drawn.
        new Does("10:50", Deed.Ship, "1031", "1032", "1033", "1035", "1039", "1042", "1044", "1046", "1047", "1048", "5001"),
        new Does("13:42", Deed.Ship, "1054", "1055", "1056", "1057", "1060"),
        new Does("15:45", Deed.Ship, "1049", "1050", "1062", "1063", "1064", "1065", "1066", "1067", "1068", "1069", "5004", "5005", "5006"),

        // Somebody with a database tool makes the shop's row say what never happened.
        new Tampers("13:45", "1032", "Processing"),
    ];

    private static IEnumerable<DayStep> AfterThoughts =>
    [
        // Two customers add something by phone before their parcels leave, and the reservation stays as it was.
        new Edits("11:20", "1040", Setesdal.Price + Mittens.Price),
        new Edits("11:22", "1043", Headband.Price + Mittens.Price + Needles.Price),

        // Two are changed after the money was taken: one gets a discount, one adds a pair of socks.
        new Edits("11:40", "1035", Marius.Price - 150_00),
        new Edits("12:10", "1039", Setesdal.Price + Socks.Price),
        new Compares("16:36", Shops.Fjordstrikk),
        new Compares("16:37", Shops.Outlet),

        // What has been captured cannot be cancelled, only given back.
        new Does("12:31", Deed.Cancel, "1037"),
        new Refunds("12:34", "1037", Socks.Price + Headband.Price),
        new Does("12:37", Deed.Cancel, "1041"),
        new Does("12:50", Deed.Cancel, "1041"),
        new Does("15:50", Deed.Cancel, "5002"),

        // One is given back twice, and one with a sum that was never taken.
        new Refunds("14:01", "1042", Lusekofte.Price),
        new Refunds("14:22", "1042", Lusekofte.Price),
        new Refunds("14:06", "1044", Marius.Price + 250_00),
    ];

    private static IEnumerable<DayStep> Accounting =>
    [
        new Settles("08:18", "116"),
        new Settles("08:21", "117"),
        new Settles("16:52", "117"),

        // The transfer of 1033 arrives, but its answer does not: the second attempt finds the number taken.
        new Trouble("16:00", Transferring(new FaultKind.TimeOut(), "1033") with { AfterProcessing = true }),
        new Trouble("16:00", Transferring(new FaultKind.Status(500), "1056")),
        new Does(
            "16:01", Deed.Transfer, "1031", "1032", "1033", "1034", "1035", "1039", "1041", "1044", "1045", "1046", "1047", "1048", "1049", "1050", "1054", "1055",
            "1056", "1057", "1058", "1060", "5001", "5005"),
        new Does("16:12", Deed.Transfer, "1033", "1056"),
        new Does("16:40", Deed.Transfer, "1045"),
        new Does("16:45", Deed.Transfer, "1062", "1063", "1064", "1065", "1066", "1067", "1068", "1069", "5002", "5004", "5006"),
    ];

    private static IEnumerable<DayStep> Newsletter =>
    [
        new Trouble("16:20", new Fault(Provider.Mailchimp, new FaultKind.RateLimited()) { Operation = "putMember", Reference = "ida.sand@example.no" }),
        new Does("16:21", Deed.Subscribe, "1031", "1035", "1047", "1055", "1057", "1060", "1065"),
        new Does("16:31", Deed.Subscribe, "1055", "1060"),
    ];

    private static Customer Person(string name) => new(name, $"{Ascii(name)}@example.no");

    private static string Ascii(string name) => name.ToLowerInvariant()
        .Replace(' ', '.').Replace('ø', 'o').Replace('å', 'a').Replace("æ", "ae", StringComparison.Ordinal);

    private static Fault Capturing(Provider provider, FaultKind kind, string? reference, int times = 1) =>
        new(provider, kind) { Operation = "capture", Reference = reference, Times = times };

    private static Fault Transferring(FaultKind kind, string number) =>
        new(Provider.Tripletex, kind) { Operation = "createOrder", Reference = number };
}
