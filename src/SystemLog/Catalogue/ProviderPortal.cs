namespace SystemLog.Catalogue;

/// <summary>What the merchant calls a source, and where a payment, an order or a member is found there.</summary>
/// <param name="Source">The source it belongs to.</param>
/// <param name="Name">The name a merchant knows the source by, such as "Mailchimp".</param>
/// <param name="Url">The address of the portal's start page, https; null where there is none, as with mail servers.</param>
public sealed record ProviderPortal(string Source, string Name, string? Url = null)
{
    /// <summary>Gets the name by language, for a source that has no proper name: "the mail server". Otherwise <see cref="Name"/> holds.</summary>
    public IReadOnlyDictionary<string, string>? LocalNames { get; init; }

    /// <summary>Returns the name in a language of <see cref="Languages"/>.</summary>
    public string NameIn(string language) => LocalNames?.GetValueOrDefault(language) ?? Name;
}
