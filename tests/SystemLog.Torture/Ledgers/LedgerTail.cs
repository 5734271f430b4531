using System.Text;

namespace SystemLog.Torture.Ledgers;

/// <summary>Reads a ledger while it grows.</summary>
internal sealed class LedgerTail(string path)
{
    private readonly List<LedgerLine> _lines = [];
    private long _read;

    /// <summary>Reads what has come, and returns all lines.</summary>
    public IReadOnlyList<LedgerLine> Read()
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length - _read];
        file.Position = _read;
        file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        _read += whole;
        foreach (var line in Encoding.UTF8.GetString(bytes.AsSpan(0, whole)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _lines.Add(LedgerLine.Parse(line));
        }

        return _lines;
    }
}
