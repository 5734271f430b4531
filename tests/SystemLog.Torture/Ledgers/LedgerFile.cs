using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SystemLog.Torture.Ledgers;

/// <summary>
/// One file that all processes append to, each line by a single write(2) with O_APPEND. The kernel does such writes one after the other, so the
/// order of the lines is an order of what happened in all processes together, and a line is there whole or not at all when its process is
/// killed. .NET's own append mode keeps an offset of its own and would overwrite what others write.
/// </summary>
internal sealed partial class LedgerFile : IDisposable
{
    private const int WriteOnly = 0x1;
    private const int Create = 0x40;
    private const int Append = 0x400;
    private const int CloseOnExec = 0x80000;
    private const int ReadableByAll = 0b110_100_100;

    private readonly SafeFileHandle _file;
    private readonly int _node;

    public LedgerFile(string path, int node)
    {
        _node = node;
        _file = Open(path, WriteOnly | Create | Append | CloseOnExec, ReadableByAll);
        if (_file.IsInvalid)
        {
            throw new IOException($"{path} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
    }

    /// <summary>Writes a line about this node.</summary>
    public void Write(Verb verb, string key = LedgerLine.None, int attempt = 0, string detail = LedgerLine.None) =>
        Write([new(verb, _node, Clock(), key, attempt, detail)]);

    /// <summary>Writes lines by one write.</summary>
    public void Write(IReadOnlyList<LedgerLine> lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
        if (WriteAll(_file, bytes, bytes.Length) != bytes.Length)
        {
            throw new IOException("The ledger cannot be written.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
    }

    /// <summary>Returns the time of the machine, whatever clock a node believes in.</summary>
    public static long Clock() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteAll(SafeFileHandle file, byte[] bytes, nint length);
}
