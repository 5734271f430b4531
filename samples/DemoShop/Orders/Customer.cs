namespace DemoShop.Orders;

/// <summary>Who bought.</summary>
/// <param name="Name">A person's or a company's name.</param>
/// <param name="Email">Where receipts go.</param>
/// <param name="OrganizationNumber">A company's number, as it was typed; null for a person.</param>
public sealed record Customer(string Name, string Email, string? OrganizationNumber = null)
{
    public bool IsCompany => OrganizationNumber is not null;
}
