using SystemLog.Issues;

namespace SystemLog.Benchmarks;

/// <summary>Writes the rows of a batch by hand: one transaction, the fewest and simplest statements.</summary>
internal interface IRawWriter : IAsyncDisposable
{
    /// <summary>Writes and commits.</summary>
    Task WriteAsync(IssueBatch batch);
}
