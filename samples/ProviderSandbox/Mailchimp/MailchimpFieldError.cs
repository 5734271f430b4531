namespace ProviderSandbox.Mailchimp;

/// <summary>One complaint in a problem's errors.</summary>
internal sealed record MailchimpFieldError(string Field, string Message);
