namespace SystemLog.Orders;

/// <summary>The customer of an order, as far as messages need it.</summary>
public sealed record OrderCustomer
{
    /// <summary>Gets the id by which the host knows the customer when signed in; null for one who has no account.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Gets the language, such as "nb". The default is English.</summary>
    public string? Language { get; init; }

    /// <summary>Gets whether the customer takes e-mail about the order. The default is true.</summary>
    public bool AcceptsEmail { get; init; } = true;

    /// <summary>Gets whether the customer takes SMS about the order. The default is true.</summary>
    public bool AcceptsSms { get; init; } = true;
}
