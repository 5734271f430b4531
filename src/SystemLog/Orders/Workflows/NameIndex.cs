namespace SystemLog.Orders.Workflows;

/// <summary>Finds the place of a name among few that never change. Every decision looks up two, so it reads three letters of a name where a
/// dictionary reads them all.</summary>
internal sealed class NameIndex
{
    // Four places for each name: hardly any two meet.
    private const int Spread = 4;

    private readonly (string? Name, int Place)[] _slots;

    public NameIndex(IReadOnlyList<string> names)
    {
        _slots = new (string?, int)[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, names.Count * Spread))];
        for (var place = 0; place < names.Count; place++)
        {
            var slot = SlotOf(names[place]);
            while (_slots[slot].Name is not null)
            {
                slot = Next(slot);
            }

            _slots[slot] = (names[place], place);
        }
    }

    /// <summary>Returns the place of a name, from 0; -1 for one that is not there.</summary>
    public int Find(string name)
    {
        var slots = _slots;
        for (var slot = SlotOf(name); slots[slot].Name is { } known; slot = Next(slot))
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return slots[slot].Place;
            }
        }

        return -1;
    }

    private int SlotOf(string name) =>
        name.Length == 0 ? 0 : ((name.Length * 37) + (name[0] * 11) + (name[name.Length / 2] * 5) + name[^1]) & (_slots.Length - 1);

    private int Next(int slot) => (slot + 1) & (_slots.Length - 1);
}
