namespace SystemLog.Orders;

/// <summary>Throws where a caller of the storage has mixed something up, before anything is written.</summary>
internal static class OrderCheck
{
    /// <summary>Checks what is to be saved.</summary>
    /// <exception cref="ArgumentException">Its parts do not fit together, or a name in it cannot be stored.</exception>
    public static void Write(OrderWrite write)
    {
        var state = write.State;
        Snapshot(state.Snapshot);
        if (new OrderRef(state.Snapshot.Shop, state.Snapshot.Subject) != state.Order)
        {
            throw new ArgumentException($"The snapshot of {state.Order} is of another order.", nameof(write));
        }

        if (state.Version < 1 || write.Change is { } made && (made.Sequence != state.Version || made.To != state.Status))
        {
            throw new ArgumentException($"The state of {state.Order} is not the one after its change.", nameof(write));
        }

        if (write.Messages.DistinctBy(message => (message.Cause, message.Audience, message.Channel)).Count() < write.Messages.Count)
        {
            throw new ArgumentException($"{state.Order} has two decisions about one message.", nameof(write));
        }

        OrderTexts.Check(write.Change?.CommandId, ChangeOptions.MaxIdLength, "The id of the command");
        OrderTexts.Check(write.Reverts, OrderTexts.MaxCause, "The cause of the messages to take back");
        foreach (var message in write.Messages)
        {
            OrderTexts.Check(message.Cause, OrderTexts.MaxCause, "The cause of a message");
        }
    }

    /// <summary>Checks what the host tells.</summary>
    /// <exception cref="ArgumentException">A name in it cannot be stored.</exception>
    public static void Snapshot(OrderSnapshot snapshot)
    {
        OrderTexts.Check(new OrderRef(snapshot.Shop, snapshot.Subject));
        OrderTexts.Check(snapshot.Customer.Id, OrderTexts.MaxCustomerId, "The id of the customer");
    }

    /// <summary>Checks an order that is to be taken over.</summary>
    /// <exception cref="ArgumentException">It is not an order with its first change and nothing else.</exception>
    public static void Import(OrderWrite write)
    {
        Write(write);
        if (write is not { Change.Sequence: 1, Messages.Count: 0, Work.Count: 0, Reverts: null })
        {
            throw new ArgumentException($"{write.State.Order} is taken over with its first change and nothing else.", nameof(write));
        }
    }
}
