using SystemLog;
using SystemLog.Catalogue;
using SystemLog.Smtp;

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
}
