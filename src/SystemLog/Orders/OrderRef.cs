using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>Names an order or booking of a shop.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Subject">The order.</param>
public readonly record struct OrderRef(string Shop, SubjectRef Subject)
{
    /// <summary>Names an order.</summary>
    public static OrderRef Order(string shop, string number) => new(shop, SubjectRef.Order(number));

    /// <inheritdoc />
    public override string ToString() => $"{Subject} of {Shop}";
}
