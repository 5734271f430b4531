namespace SystemLog.Issues;

/// <summary>When something happened, in bounded memory: the first and the last exactly, and in a flood the others to the nearest neighbours.</summary>
internal sealed class Moments
{
    // 16 bytes each; enough that no report of normal days loses its millisecond.
    private const int MaxMoments = 4_096;

    private readonly List<Moment> _moments = [];

    /// <summary>Gets how often it happened.</summary>
    public long Count { get; private set; }

    /// <summary>Adds one time.</summary>
    public void Add(long at)
    {
        Count++;
        if (_moments.Count > 0 && _moments[^1].At == at)
        {
            _moments[^1] = new(at, _moments[^1].Count + 1);
            return;
        }

        if (_moments.Count == MaxMoments)
        {
            Compact();
        }

        _moments.Add(new(at, 1));
    }

    /// <summary>Returns the times, oldest first, each once.</summary>
    public IReadOnlyList<Moment> Sorted()
    {
        _moments.Sort(static (one, other) => one.At.CompareTo(other.At));
        var sorted = new List<Moment>(_moments.Count);
        foreach (var moment in _moments)
        {
            if (sorted.Count > 0 && sorted[^1].At == moment.At)
            {
                sorted[^1] = new(moment.At, sorted[^1].Count + moment.Count);
            }
            else
            {
                sorted.Add(moment);
            }
        }

        return sorted;
    }

    /// <summary>Halves the times between the first and the last: two neighbours become the later one.</summary>
    private void Compact()
    {
        var sorted = Sorted();
        _moments.Clear();
        _moments.Add(sorted[0]);
        for (var i = 1; i < sorted.Count; i += 2)
        {
            _moments.Add(i + 1 < sorted.Count ? new(sorted[i + 1].At, sorted[i].Count + sorted[i + 1].Count) : sorted[i]);
        }
    }
}
