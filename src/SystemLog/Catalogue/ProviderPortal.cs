namespace SystemLog.Catalogue;

/// <summary>Where the merchant finds a payment, an order or a member at the provider.</summary>
/// <param name="Source">The source it belongs to.</param>
/// <param name="Name">The name a merchant knows the source by, such as "Mailchimp".</param>
/// <param name="Url">The address of the portal's start page, https.</param>
public sealed record ProviderPortal(string Source, string Name, string Url);
