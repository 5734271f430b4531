namespace SystemLog.Catalogue;

/// <summary>Which family a cause belongs to.</summary>
public static class CauseFamilies
{
    /// <summary>Returns the family of a cause.</summary>
    public static CauseFamily Of(Cause cause) => cause switch
    {
        Cause.InvalidData or Cause.MissingData or Cause.CustomerDataInvalid or Cause.DuplicateReference or Cause.NotFound => CauseFamily.Data,
        Cause.VatOrAccountSetup or Cause.AuthenticationFailed or Cause.PermissionDenied or Cause.ConfigurationError or Cause.SignatureInvalid
            => CauseFamily.Settings,
        Cause.Timeout or Cause.ConnectionFailed or Cause.ProviderUnavailable or Cause.ProviderInternalError or Cause.RateLimited
            => CauseFamily.Connectivity,
        Cause.PaymentDeclined or Cause.RecipientRejected or Cause.RecipientUnsubscribed or Cause.MailboxFull or Cause.SpamOrPolicyBlock
            => CauseFamily.Decision,
        Cause.AuthorizationExpired or Cause.AlreadyProcessed or Cause.InvalidState or Cause.StatusDrift => CauseFamily.State,
        Cause.AmountMismatch or Cause.InsufficientAmount => CauseFamily.Amount,
        _ => CauseFamily.Unknown,
    };

    /// <summary>Returns the causes of a family.</summary>
    public static IEnumerable<Cause> Members(CauseFamily family) => Enum.GetValues<Cause>().Where(cause => Of(cause) == family);
}
