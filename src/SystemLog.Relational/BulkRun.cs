namespace SystemLog;

/// <summary>A statement with the rows it is to run for, so that several can be sent together.</summary>
internal abstract class BulkRun
{
    /// <summary>Gets whether there is no row to run for.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Hands statement and rows, of whatever type, to whoever runs them.</summary>
    public abstract TResult Give<TResult>(ITaker<TResult> taker);

    /// <summary>Names a statement and its rows.</summary>
    public static BulkRun Of<TRow>(BulkStatement<TRow> statement, IReadOnlyList<TRow> rows) => new Typed<TRow>(statement, rows);

    /// <summary>Takes a statement and its rows.</summary>
    internal interface ITaker<out TResult>
    {
        /// <summary>Takes them.</summary>
        TResult Take<TRow>(BulkStatement<TRow> statement, IReadOnlyList<TRow> rows);
    }

    private sealed class Typed<TRow>(BulkStatement<TRow> statement, IReadOnlyList<TRow> rows) : BulkRun
    {
        public override bool IsEmpty => rows.Count == 0;

        public override TResult Give<TResult>(ITaker<TResult> taker) => taker.Take(statement, rows);
    }
}
