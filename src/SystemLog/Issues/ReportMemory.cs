using System.Collections.Concurrent;

namespace SystemLog.Issues;

/// <summary>Remembers what was read from recent reports, so that equal ones are parsed once.</summary>
internal sealed class ReportMemory(ReportReader reader)
{
    // A failing provider gives few different answers; 1,000 of at most 4,000 characters are 8 MB at the very most.
    private const int MaxReports = 1_000;
    private const int MaxTextLength = 4_000;

    private readonly ConcurrentDictionary<Key, ReadReport> _read = new(new KeyComparer());
    private int _count;

    /// <summary>Reads a report, or returns what an equal one gave.</summary>
    public ReadReport Read(string shop, in ErrorReport report)
    {
        var answer = report.Answer.GetValueOrDefault();
        if (report.Exception is not null || (answer.Body?.Length ?? 0) + (report.Text?.Length ?? 0) > MaxTextLength)
        {
            return reader.Read(shop, report);
        }

        var key = new Key(shop, report.Source, report.Operation, report.Subject.Type, report.Subject.Number, answer, report.Text, report.GroupingKey,
            report.OrderAmount, report.ProviderAmount);
        if (_read.TryGetValue(key, out var known))
        {
            return known;
        }

        var read = reader.Read(shop, report);
        if (_read.TryAdd(key, read) && Interlocked.Increment(ref _count) >= MaxReports)
        {
            _read.Clear();
            Volatile.Write(ref _count, 0);
        }

        return read;
    }

    private readonly record struct Key(
        string Shop, string Source, string Operation, string SubjectType, string SubjectNumber, ProviderAnswer Answer, string? Text, string? GroupingKey,
        Money? OrderAmount, Money? ProviderAmount);

    /// <summary>Hashes little and compares everything: hashing whole bodies would cost more than reading them saves.</summary>
    private sealed class KeyComparer : IEqualityComparer<Key>
    {
        public bool Equals(Key x, Key y) => x == y;

        public int GetHashCode(Key key) => HashCode.Combine(
            key.SubjectNumber, key.Source, key.Answer.Status, key.Answer.Body?.Length, Middle(key.Answer.Body), key.Text?.Length, Middle(key.Text));

        private static int Middle(string? text)
        {
            const int Length = 32;
            return text is null ? 0
                : text.Length <= Length ? string.GetHashCode(text, StringComparison.Ordinal)
                : string.GetHashCode(text.AsSpan((text.Length - Length) / 2, Length), StringComparison.Ordinal);
        }
    }
}
