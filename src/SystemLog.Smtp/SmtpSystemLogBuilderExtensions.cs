using Microsoft.Extensions.Options;
using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Smtp;
using SystemLog.Smtp.Sending;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds mail servers to SystemLog.</summary>
public static class SmtpSystemLogBuilderExtensions
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["en"] = "the mail server",
        ["nb"] = "e-postserveren",
        ["da"] = "mailserveren",
        ["fi"] = "sähköpostipalvelin",
        ["fr"] = "le serveur de messagerie",
        ["sv"] = "e-postservern",
    };

    /// <summary>Adds what the answers of mail servers mean. Calling it again changes nothing.</summary>
    public static SystemLogBuilder AddSmtp(this SystemLogBuilder builder) =>
        builder.AddProviderErrors<SmtpAnswers>(
            ErrorRuleSet.FromResource(typeof(SmtpAnswers).Assembly, "smtp.rules.json"),
            new ProviderPortal(Sources.Smtp, s_names[Languages.English]) { LocalNames = s_names });

    /// <summary>Sends the host's mails through this server, and adds what its answers mean. Wrong settings keep the host from starting.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets <see cref="SmtpOptions.Host"/> and <see cref="SmtpOptions.From"/> at least.</param>
    /// <exception cref="InvalidOperationException">The host has a mail sender already.</exception>
    public static SystemLogBuilder AddSmtp(this SystemLogBuilder builder, Action<SmtpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddSmtp().UseMessageSender(provider =>
            new SmtpSender(provider.GetRequiredService<IOptions<SmtpOptions>>(), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddOptionsWithValidateOnStart<SmtpOptions, SmtpOptionsRules>().Configure(configure);
        return builder;
    }
}
