namespace SystemLog.Orders;

/// <summary>Which orders a list shows. What is null or empty narrows nothing.</summary>
public sealed record OrderFilter
{
    /// <summary>Gets the filter that leaves every order.</summary>
    public static OrderFilter All { get; } = new();

    /// <summary>Gets the type of subject, such as "order".</summary>
    public string? SubjectType { get; init; }

    /// <summary>Gets the codes of the statuses.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Gets a text that the number, the customer's name, address, phone or id holds, whatever its case.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the id by which the host knows the customer.</summary>
    public string? CustomerId { get; init; }
}
