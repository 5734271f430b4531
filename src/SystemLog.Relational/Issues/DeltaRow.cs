namespace SystemLog.Issues;

/// <summary>A delta on its way into the database, with what several statements need of it.</summary>
internal sealed class DeltaRow(IssueDelta delta, string fingerprint)
{
    public IssueDelta Delta { get; } = delta;

    public string Shop { get; } = delta.Grouping.Shop;

    public string Fingerprint { get; } = fingerprint;

    public (string Shop, string Fingerprint) Key => (Shop, Fingerprint);

    public long FirstAt => Delta.Times[0].At;

    public long LastAt => Delta.Times[^1].At;

    /// <summary>Returns the rows of a batch in the one order in which every writer locks them, so that two never wait for each other.</summary>
    public static List<DeltaRow> Sorted(IReadOnlyList<IssueDelta> deltas)
    {
        var rows = new List<DeltaRow>(deltas.Count);
        foreach (var delta in deltas)
        {
            rows.Add(new(delta, delta.Id.ToString()));
        }

        rows.Sort(static (left, right) =>
            string.CompareOrdinal(left.Shop, right.Shop) is var shops and not 0 ? shops : string.CompareOrdinal(left.Fingerprint, right.Fingerprint));
        return rows;
    }
}
