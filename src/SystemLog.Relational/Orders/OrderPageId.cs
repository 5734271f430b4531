using System.Globalization;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Orders;

/// <summary>The id of an order in the key of a page: the length of the type, the type, the number. Neither has a character that could part them.</summary>
internal static class OrderPageId
{
    /// <summary>Returns the key of the page that begins after an order.</summary>
    public static PageKey After(OrderState last) => new(
        last.Snapshot.PlacedAt, string.Create(CultureInfo.InvariantCulture, $"{last.Order.Subject.Type.Length}.{last.Order.Subject.Type}{last.Order.Subject.Number}"));

    /// <summary>Returns type and number of an id; both empty, which is before every order, where the id is none that was ever given out.</summary>
    public static (string Type, string Number) Read(string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && OrderTexts.IsStorable(id)
            && int.TryParse(id.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= SubjectRef.MaxNumberLength && dot + 1 + length <= id.Length
            ? (id.Substring(dot + 1, length), id[(dot + 1 + length)..])
            : ("", "");
    }
}
