using Microsoft.Extensions.Options;
using SystemLog.Messages;

namespace SystemLog.Smtp;

/// <summary>What the settings of a host's mail server must hold to; messages name the setting and never show the password.</summary>
internal sealed class SmtpOptionsRules : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var faults = options.ConnectionFaults().Concat(SenderFaults(options)).Select(fault => $"AddSmtp: {fault.Setting} {fault.Rule}.").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<(string Setting, string Rule)> SenderFaults(SmtpOptions options)
    {
        if (!Mailbox.TryCreate(options.From, out _))
        {
            yield return (nameof(options.From), $"('{options.From}') cannot be an e-mail address");
        }

        if (!Mailbox.CanBeName(options.FromName))
        {
            yield return (nameof(options.FromName), $"must have at most {Mailbox.NameLimit} characters and no line break or other control character");
        }
    }
}
