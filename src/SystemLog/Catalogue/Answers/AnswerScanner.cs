using System.Buffers;
using System.Globalization;
using System.Text;
using SystemLog.Redaction;

namespace SystemLog.Catalogue.Answers;

/// <summary>Walks once through a body and collects named values. Knows brackets, names and quotes, and forgives the rest.</summary>
internal ref struct AnswerScanner(ReadOnlySpan<char> text, List<AnswerValue> values)
{
    private const int MaxDepth = 32;
    private const int MaxValue = 4_096;
    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(",:;{}[]()\"=<> \t\r\n");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly List<AnswerValue> _values = values;
    private readonly Frame[] _frames = new Frame[MaxDepth];
    private int _depth;
    private int _groups;
    private int _position;
    private string? _name;
    private string? _last;

    private readonly Frame Current => _depth == 0 ? new("", 0, "", IsList: false) : _frames[Math.Min(_depth, MaxDepth) - 1];

    public void Scan()
    {
        while (_position < _text.Length && _values.Count < AnswerBody.ValueLimit)
        {
            Step(_text[_position]);
        }

        Flush();
    }

    private void Step(char c)
    {
        switch (c)
        {
            case '{':
                Open(isList: false);
                break;
            case '[' when TryDumpedName():
                break;
            case '[':
                Open(isList: true);
                break;
            case '}' or ']':
                Flush();
                _depth = Math.Max(0, _depth - 1);
                _position++;
                break;
            case ',':
                Flush();
                _position++;
                break;
            case ':':
            case '=' when _text[_position..].StartsWith("=>"):
                (_name, _last) = (_last ?? _name, null);
                _position += c == ':' ? 1 : 2;
                break;
            case '"':
                Quoted();
                break;
            case '\'' when OpensText():
                Quoted();
                break;
            default:
                if (s_wordEnds.Contains(c) || c == '\\')
                {
                    _position++;
                }
                else
                {
                    Word();
                }

                break;
        }
    }

    private void Open(bool isList)
    {
        var around = Current;
        var name = _name ?? (around.IsList ? around.Name : "");
        (_name, _last) = (null, null);
        _position++;
        _depth++;
        if (_depth <= MaxDepth)
        {
            _frames[_depth - 1] = isList ? new(name, around.Group, around.Name, IsList: true) : new(name, ++_groups, name, IsList: false);
        }
    }

    // "[reject_reason] => unsigned": an array as PHP prints it; the value ends with the line.
    private bool TryDumpedName()
    {
        var rest = _text[_position..];
        var close = rest[..Math.Min(rest.Length, 64)].IndexOf(']');
        if (close < 2 || !rest[(close + 1)..].TrimStart(' ').StartsWith("=>"))
        {
            return false;
        }

        var name = rest[1..close].Trim().ToString();
        var start = _position + close + 1 + rest[(close + 1)..].IndexOf("=>") + 2;
        var length = _text[start..].IndexOf('\n');
        var value = (length < 0 ? _text[start..] : _text.Slice(start, length)).Trim();
        if (value.Length > 0 && !value.SequenceEqual("Array"))
        {
            Add(name, Current.Within, Current.Group, Cut(value));
        }

        _position = length < 0 ? _text.Length : start + length;
        return true;
    }

    private readonly bool OpensText()
    {
        var before = _text[.._position].TrimEnd();
        return before.IsEmpty || "{[,:(=>".Contains(before[^1]);
    }

    private void Quoted()
    {
        var end = QuotedText.End(_text, _position);
        var inside = end < 0 ? _text[(_position + 1)..] : _text[(_position + 1)..end];
        var level = QuotedText.BackslashesBefore(_text, _position);
        Take(Unescape(Cut(level > 0 ? inside.TrimEnd('\\') : inside)), isWord: false);
        _position = end < 0 ? _text.Length : end + 1;
    }

    private void Word()
    {
        var length = _text[_position..].IndexOfAny(s_wordEnds);
        var word = length < 0 ? _text[_position..] : _text.Slice(_position, length);
        _position += word.Length;
        Take(Cut(word), isWord: true);
    }

    private void Take(string token, bool isWord)
    {
        if (_name is null)
        {
            _last = token;
            return;
        }

        if (!(isWord && token is "null" or "undefined" or "None"))
        {
            Add(_name, Current.Within, Current.Group, token);
        }

        (_name, _last) = (null, null);
    }

    private void Flush()
    {
        if (_last is not null && Current is { IsList: true, Name.Length: > 0 } list)
        {
            Add(list.Name, list.Within, list.Group, _last);
        }

        (_name, _last) = (null, null);
    }

    private readonly void Add(string name, string within, int group, string value)
    {
        if (name.Length > 0 && value.Length > 0 && _values.Count < AnswerBody.ValueLimit)
        {
            _values.Add(new(name, within, group, value));
        }
    }

    private static string Cut(ReadOnlySpan<char> span) => span[..Math.Min(span.Length, MaxValue)].ToString();

    private static string Unescape(string value)
    {
        if (!value.Contains('\\'))
        {
            return value;
        }

        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                result.Append(value[i]);
                continue;
            }

            i++;
            if (value[i] == 'u' && i + 4 < value.Length
                && ushort.TryParse(value.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 4;
            }
            else
            {
                result.Append(value[i] switch { 'n' or 'r' or 't' or 'b' or 'f' => ' ', var c => c });
            }
        }

        return result.ToString();
    }

    private readonly record struct Frame(string Name, int Group, string Within, bool IsList);
}
