using SystemLog.Orders.Notices;
using SystemLog.Orders.Workflows;

namespace SystemLog.Orders;

/// <summary>A row of systemlog.order_message.</summary>
internal sealed class MessageRow
{
    public const string Columns =
        "m.cause, m.audience, m.channel, m.state, m.suppressed, m.recipient, m.language, m.at, m.detail";

    public required string Cause { get; init; }

    public long Audience { get; init; }

    public long Channel { get; init; }

    public long State { get; init; }

    public long? Suppressed { get; init; }

    public string? Recipient { get; init; }

    public required string Language { get; init; }

    public long At { get; init; }

    public string? Detail { get; init; }

    /// <summary>Returns the columns that a message is stored in.</summary>
    public static BulkColumns<TRow> Stored<TRow>(Func<TRow, (OrderRef Order, OrderMessage Message)> kept) => new BulkColumns<TRow>()
        .Key(row => kept(row).Order)
        .Text("cause", row => kept(row).Message.Cause)
        .Number("audience", row => (long)kept(row).Message.Audience)
        .Number("channel", row => (long)kept(row).Message.Channel)
        .Number("state", row => (long)kept(row).Message.State)
        .OptionalNumber("suppressed", row => (long?)kept(row).Message.Suppressed)
        .Text("recipient", row => OrderTexts.Cut(kept(row).Message.Recipient, OrderTexts.MaxRecipient))
        .Text("language", row => OrderTexts.Cut(kept(row).Message.Language, OrderTexts.MaxName))
        .Number("at", row => kept(row).Message.At.ToUnixTimeMilliseconds())
        .Text("detail", row => OrderTexts.Cut(kept(row).Message.Detail, OrderTexts.MaxDetail));

    public OrderMessage ToMessage() => new()
    {
        Cause = Cause,
        Audience = (Audience)Audience,
        Channel = (MessageChannels)Channel,
        State = (MessageState)State,
        Suppressed = (SuppressionReason?)Suppressed,
        Recipient = Recipient,
        Language = Language,
        At = UnixTime.Of(At),
        Detail = Detail,
    };
}
