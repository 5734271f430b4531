namespace SystemLog.Catalogue;

/// <summary>The sources known by name. A host may use its own words beside them.</summary>
public static class Sources
{
    /// <summary>Vipps MobilePay.</summary>
    public const string Vipps = "Vipps";

    /// <summary>Klarna.</summary>
    public const string Klarna = "Klarna";

    /// <summary>Adyen.</summary>
    public const string Adyen = "Adyen";

    /// <summary>Tripletex.</summary>
    public const string Tripletex = "Tripletex";

    /// <summary>Mailchimp audience and e-commerce sync.</summary>
    public const string MailchimpMarketing = "MailchimpMarketing";

    /// <summary>Mailchimp's transactional mail (Mandrill).</summary>
    public const string MailchimpTransactional = "MailchimpTransactional";

    /// <summary>Twilio.</summary>
    public const string Twilio = "Twilio";

    /// <summary>A mail server.</summary>
    public const string Smtp = "SMTP";

    /// <summary>Gets every source known by name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Vipps, Klarna, Adyen, Tripletex, MailchimpMarketing, MailchimpTransactional, Twilio, Smtp];
}
