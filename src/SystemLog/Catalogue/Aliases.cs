using System.Collections.Frozen;

namespace SystemLog.Catalogue;

/// <summary>Other spellings of the sources and operations known by name. What is not known stays as it is.</summary>
internal static class Aliases
{
    // Longer names are nobody's alias, and need not be folded.
    private const int LongestName = 40;

    private static readonly FrozenDictionary<string, string> s_sources = Table(Catalogue.Sources.All, new()
    {
        [Catalogue.Sources.Vipps] = ["vippsmobilepay", "mobilepay", "vippsepayment", "vippsecom", "vippscheckout"],
        [Catalogue.Sources.Klarna] = ["klarnapayments", "klarnacheckout", "klarnaordermanagement", "kco", "kp"],
        [Catalogue.Sources.Adyen] = ["adyencheckout", "adyenpayments"],
        [Catalogue.Sources.Tripletex] = ["tripletexapi"],
        [Catalogue.Sources.MailchimpMarketing] = ["mailchimp"],
        [Catalogue.Sources.MailchimpTransactional] = ["mandrill", "mailchimpmandrill"],
        [Catalogue.Sources.Twilio] = ["twiliosms"],
        [Catalogue.Sources.Smtp] = ["esmtp", "mail", "email", "mailserver"],
    });

    private static readonly FrozenDictionary<string, string> s_operations = Table(Catalogue.Operations.All, new()
    {
        [Catalogue.Operations.Authorize] = ["authorise", "authorization", "authorisation", "reserve", "payment", "pay", "initiate"],
        [Catalogue.Operations.Capture] = ["settle", "charge", "capturepayment"],
        [Catalogue.Operations.Refund] = ["refundpayment", "creditpayment"],
        [Catalogue.Operations.Cancel] = ["void", "release", "cancelpayment"],
        [Catalogue.Operations.OrderTransfer] = ["transferorder", "ordersync"],
        [Catalogue.Operations.InvoiceTransfer] = ["transferinvoice", "invoice"],
        [Catalogue.Operations.ZReportTransfer] = ["zreport", "transferzreport"],
        [Catalogue.Operations.CustomerSync] = ["customer", "synccustomer"],
        [Catalogue.Operations.AudienceSync] = ["audience", "syncaudience", "membersync", "subscribe"],
        [Catalogue.Operations.SendMail] = ["mail", "email", "sendemail"],
        [Catalogue.Operations.SendSms] = ["sms"],
        [Catalogue.Operations.Webhook] = ["callback", "notification"],
        [Catalogue.Operations.Auth] = ["authenticate", "authentication", "login", "token", "accesstoken"],
    });

    /// <summary>Returns the source meant: "vipps-mobilepay" is Vipps.</summary>
    public static string Source(string name) => Known(s_sources, name);

    /// <summary>Returns the operation meant: "order-transfer" is orderTransfer.</summary>
    public static string Operation(string name) => Known(s_operations, name);

    private static string Known(FrozenDictionary<string, string> table, string name)
    {
        if (name.Length > LongestName)
        {
            return name;
        }

        Span<char> folded = stackalloc char[LongestName];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        return table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var known) ? known : name;
    }

    private static FrozenDictionary<string, string> Table(IEnumerable<string> names, Dictionary<string, string[]> others) => names
        .SelectMany(name => others.GetValueOrDefault(name, []).Prepend(name.ToLowerInvariant()).Select(spelling => (Spelling: spelling, Name: name)))
        .ToFrozenDictionary(alias => alias.Spelling, alias => alias.Name, StringComparer.Ordinal);
}
