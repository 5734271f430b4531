using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Mailchimp;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Mailchimp to SystemLog.</summary>
public static class MailchimpSystemLogBuilderExtensions
{
    /// <summary>Adds what the errors of Mailchimp mean, and the way to its portal. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddMailchimp(this SystemLogBuilder builder)
    {
        var assembly = typeof(MailchimpMarketingAnswers).Assembly;
        return builder
            .AddProviderErrors<MailchimpMarketingAnswers>(
                ErrorRuleSet.FromResource(assembly, "mailchimp-marketing.rules.json"),
                new ProviderPortal(Sources.MailchimpMarketing, "Mailchimp", "https://login.mailchimp.com"))
            .AddProviderErrors<MailchimpTransactionalAnswers>(
                ErrorRuleSet.FromResource(assembly, "mailchimp-transactional.rules.json"),
                new ProviderPortal(Sources.MailchimpTransactional, "Mailchimp Transactional", "https://mandrillapp.com"));
    }
}
