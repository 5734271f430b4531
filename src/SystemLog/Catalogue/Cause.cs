namespace SystemLog.Catalogue;

/// <summary>Why an operation failed, in one vocabulary for every provider.</summary>
public enum Cause
{
    /// <summary>The text gives no cause.</summary>
    Unknown,

    /// <summary>The reservation, the order, the session or the time for the operation has run out.</summary>
    AuthorizationExpired,

    /// <summary>The very operation has been done before.</summary>
    AlreadyProcessed,

    /// <summary>Amounts disagree with each other.</summary>
    AmountMismatch,

    /// <summary>More was asked for than is left to capture or refund.</summary>
    InsufficientAmount,

    /// <summary>The customer's bank, card or wallet said no.</summary>
    PaymentDeclined,

    /// <summary>Not allowed in the present state.</summary>
    InvalidState,

    /// <summary>The thing named does not exist at the provider.</summary>
    NotFound,

    /// <summary>The shop sent something malformed.</summary>
    InvalidData,

    /// <summary>The shop left something out.</summary>
    MissingData,

    /// <summary>The customer's own address, phone or number is malformed or not accepted.</summary>
    CustomerDataInvalid,

    /// <summary>A VAT code, account or payment type in the accounting system is not set up for this.</summary>
    VatOrAccountSetup,

    /// <summary>A number or name that must be unique exists already.</summary>
    DuplicateReference,

    /// <summary>A well-formed recipient does not exist or cannot receive.</summary>
    RecipientRejected,

    /// <summary>The recipient has unsubscribed.</summary>
    RecipientUnsubscribed,

    /// <summary>The recipient's mailbox is full.</summary>
    MailboxFull,

    /// <summary>A block list, a policy or a content filter refused it.</summary>
    SpamOrPolicyBlock,

    /// <summary>A key, password or token is wrong or absent.</summary>
    AuthenticationFailed,

    /// <summary>The login is right, the right or product is missing.</summary>
    PermissionDenied,

    /// <summary>Settings at the shop or the provider are wrong.</summary>
    ConfigurationError,

    /// <summary>A quota or limit is reached.</summary>
    RateLimited,

    /// <summary>No answer in time; the outcome is not known.</summary>
    Timeout,

    /// <summary>No connection was made.</summary>
    ConnectionFailed,

    /// <summary>The provider is down for a while.</summary>
    ProviderUnavailable,

    /// <summary>The provider's own fault.</summary>
    ProviderInternalError,

    /// <summary>A callback's signature is wrong.</summary>
    SignatureInvalid,

    /// <summary>The shop and the workflow disagree about an order's status.</summary>
    StatusDrift,
}
