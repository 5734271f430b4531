namespace SystemLog;

/// <summary>The columns of a <see cref="BulkStatement{TRow}"/> and where their values come from.</summary>
internal sealed class BulkColumns<TRow>
{
    private readonly List<BulkColumn<TRow>> _all = [];

    /// <summary>Gets the columns in the order they were added.</summary>
    public IReadOnlyList<BulkColumn<TRow>> All => _all;

    /// <summary>Adds a text, or null.</summary>
    public BulkColumns<TRow> Text(string name, Func<TRow, string?> value) => Add(new BulkColumn<TRow>.Text(name, value));

    /// <summary>Adds a number.</summary>
    public BulkColumns<TRow> Number(string name, Func<TRow, long> value) => Add(new BulkColumn<TRow>.Number(name, value));

    /// <summary>Adds a number, or null.</summary>
    public BulkColumns<TRow> OptionalNumber(string name, Func<TRow, long?> value) => Add(new BulkColumn<TRow>.OptionalNumber(name, value));

    private BulkColumns<TRow> Add(BulkColumn<TRow> column)
    {
        _all.Add(column);
        return this;
    }
}
