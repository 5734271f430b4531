namespace SystemLog.Catalogue;

/// <summary>The operations known by name. A host may use its own words beside them.</summary>
public static class Operations
{
    /// <summary>Reserving money, or beginning a payment.</summary>
    public const string Authorize = "authorize";

    /// <summary>Taking reserved money.</summary>
    public const string Capture = "capture";

    /// <summary>Giving money back.</summary>
    public const string Refund = "refund";

    /// <summary>Releasing reserved money.</summary>
    public const string Cancel = "cancel";

    /// <summary>Transferring an order to the accounting system.</summary>
    public const string OrderTransfer = "orderTransfer";

    /// <summary>Transferring an invoice to the accounting system.</summary>
    public const string InvoiceTransfer = "invoiceTransfer";

    /// <summary>Transferring a till's settlement to the accounting system.</summary>
    public const string ZReportTransfer = "zReportTransfer";

    /// <summary>Writing a customer to the accounting system.</summary>
    public const string CustomerSync = "customerSync";

    /// <summary>Writing a member to a mailing audience.</summary>
    public const string AudienceSync = "audienceSync";

    /// <summary>Sending an e-mail.</summary>
    public const string SendMail = "sendMail";

    /// <summary>Sending an SMS.</summary>
    public const string SendSms = "sendSms";

    /// <summary>Receiving a provider's callback.</summary>
    public const string Webhook = "webhook";

    /// <summary>Logging in at the provider.</summary>
    public const string Auth = "auth";

    /// <summary>Comparing the shop's status of an order with ours.</summary>
    public const string CompareStatus = "compareStatus";

    /// <summary>Anything else.</summary>
    public const string Other = "other";

    /// <summary>Gets every operation known by name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Authorize, Capture, Refund, Cancel, OrderTransfer, InvoiceTransfer, ZReportTransfer, CustomerSync, AudienceSync, SendMail, SendSms,
        Webhook, Auth, CompareStatus, Other,
    ];
}
