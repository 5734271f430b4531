using SystemLog.Issues;

namespace SystemLog.Orders;

/// <summary>How much of what the host tells is kept, in characters. What is longer is cut; what names something is refused, since a part of a name
/// may be another's.</summary>
internal static class OrderTexts
{
    /// <summary>The longest of a name, a currency, a language, a version, a number of an invoice.</summary>
    public const int MaxName = 200;

    /// <summary>The longest e-mail address there can be: RFC 3696, erratum 1690, and room for a name of the mailbox that is none.</summary>
    public const int MaxEmail = 320;

    /// <summary>The longest address of a page.</summary>
    public const int MaxUrl = 2_000;

    /// <summary>The longest id of a customer. An index holds it, and PostgreSQL's holds no more than 2,700 bytes.</summary>
    public const int MaxCustomerId = 256;

    /// <summary>The longest list of addresses a message goes to.</summary>
    public const int MaxRecipient = 4_000;

    /// <summary>The longest word of a provider about a message.</summary>
    public const int MaxDetail = 2_000;

    /// <summary>The longest cause of a message: a trigger and a command.</summary>
    public const int MaxCause = 256;

    /// <summary>Returns a text that any database stores, cut to the length.</summary>
    public static string? Cut(string? text, int length) => text is null ? null : StorableText.Cut(StorableText.Of(text), length);

    /// <summary>Returns whether a text is stored to the letter. Nothing can be equal to one that is not, and PostgreSQL refuses to compare with it.</summary>
    public static bool IsStorable(string? text) => text is null || ReferenceEquals(StorableText.Of(text), text);

    /// <summary>Returns whether an order can be stored under its name.</summary>
    public static bool IsStorable(OrderRef order) => order.Subject.IsSet && IsStorable(order.Shop) && IsStorable(order.Subject.Number) && IsStorable(order.Subject.Type);

    /// <summary>Throws where an order cannot be stored under its name.</summary>
    /// <exception cref="ArgumentException">It is not set, or has characters that no database stores.</exception>
    public static void Check(OrderRef order)
    {
        if (!IsStorable(order))
        {
            throw new ArgumentException($"'{order}' is not set, or has characters that cannot be stored.", nameof(order));
        }
    }

    /// <summary>Throws where a name of something cannot be stored to the letter.</summary>
    /// <exception cref="ArgumentException">It is too long, or has characters that no database stores.</exception>
    public static void Check(string? name, int length, string what)
    {
        if (name is not null && (name.Length > length || !IsStorable(name)))
        {
            throw new ArgumentException($"{what} is longer than {length} characters, or has some that cannot be stored.");
        }
    }
}
