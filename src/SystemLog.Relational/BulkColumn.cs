namespace SystemLog;

/// <summary>A column of a <see cref="BulkStatement{TRow}"/> and where its value comes from. Typed, so that no value is boxed on the way to an array.</summary>
internal abstract class BulkColumn<TRow>
{
    private BulkColumn(string name) => Name = name;

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>A text, or null.</summary>
    public sealed class Text(string name, Func<TRow, string?> value) : BulkColumn<TRow>(name)
    {
        /// <summary>Gets what reads the value.</summary>
        public Func<TRow, string?> Value { get; } = value;
    }

    /// <summary>A number.</summary>
    public sealed class Number(string name, Func<TRow, long> value) : BulkColumn<TRow>(name)
    {
        /// <summary>Gets what reads the value.</summary>
        public Func<TRow, long> Value { get; } = value;
    }

    /// <summary>A number, or null.</summary>
    public sealed class OptionalNumber(string name, Func<TRow, long?> value) : BulkColumn<TRow>(name)
    {
        /// <summary>Gets what reads the value.</summary>
        public Func<TRow, long?> Value { get; } = value;
    }
}
