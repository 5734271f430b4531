namespace SystemLog.Subjects;

/// <summary>What the host tells of an order, booking or other subject, for the control panel to show. Nothing of it is stored.</summary>
public sealed record SubjectFacts
{
    /// <summary>Gets when it was placed or began.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Gets its total.</summary>
    public Money? Total { get; init; }

    /// <summary>Gets the customer's name.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets the customer's e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the customer's phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Gets the customer's language, such as "nb".</summary>
    public string? Language { get; init; }

    /// <summary>Gets the status as the host's staff know it.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the payment method as the host's staff know it.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Gets the address of its page in the host's admin: http, https or a path on the site.</summary>
    public string? AdminUrl { get; init; }

    /// <summary>Gets further facts, label and value, shown in the details.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> More { get; init; } = [];
}
