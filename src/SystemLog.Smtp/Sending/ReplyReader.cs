using SystemLog.Smtp.Bounces.Mime;

namespace SystemLog.Smtp.Sending;

/// <summary>Reads replies from a stream, of which it never keeps more than one line: a hostile server can send as much as it likes.</summary>
internal sealed class ReplyReader
{
    /// <summary>RFC 5321 allows 512 bytes and no more lines than make sense; some servers write longer ones.</summary>
    private const int LineLimit = 4_096, LinesLimit = 128;

    private readonly byte[] _buffer = new byte[LineLimit];
    private int _start;
    private int _end;

    /// <summary>Gets whether bytes were sent that no command asked for.</summary>
    public bool HasUnread => _start < _end;

    /// <summary>Reads a reply of one or more lines.</summary>
    /// <exception cref="EndOfStreamException">The connection was closed.</exception>
    /// <exception cref="InvalidDataException">This is no reply.</exception>
    public async Task<ReplyLines> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var code = 0;
        var lines = new List<string>();
        while (lines.Count < LinesLimit)
        {
            var line = await LineAsync(stream, cancellationToken);
            var lineCode = CodeOf(line.Span);
            if (lineCode == 0 || (lines.Count > 0 && lineCode != code))
            {
                throw new InvalidDataException("a line is not of the form of a reply");
            }

            code = lineCode;
            lines.Add(line.Length > 4 ? Charsets.Guess(line.Span[4..]) : "");
            if (line.Length == 3 || line.Span[3] == ' ')
            {
                return new(code, lines);
            }
        }

        throw new InvalidDataException($"a reply has more than {LinesLimit} lines");
    }

    private static int CodeOf(ReadOnlySpan<byte> line) =>
        line is [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', ..]
        && (line.Length == 3 || line[3] is (byte)' ' or (byte)'-')
            ? int.Parse(line[..3])
            : 0;

    private async Task<ReadOnlyMemory<byte>> LineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, searched + at - _start);
                _start = searched + at + 1;
                return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
            }

            MakeRoom();
            searched = _end;
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read > 0 ? read : throw new EndOfStreamException("the server closed the connection");
        }
    }

    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            throw new InvalidDataException($"a line is longer than {LineLimit} bytes");
        }
    }
}
