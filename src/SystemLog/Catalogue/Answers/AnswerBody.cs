namespace SystemLog.Catalogue.Answers;

/// <summary>
/// The named values of a failing answer, read leniently: JSON, JSON that was cut or stands inside a log line, escaped JSON, and the dumps of
/// PHP, Python and JavaScript that people paste. What cannot be read is left out; nothing is thrown.
/// </summary>
public sealed class AnswerBody
{
    /// <summary>How many characters of a body are read, the same as the system log keeps of it before redaction.</summary>
    public const int ReadLimit = 65_536;

    /// <summary>How many values are read: more than any provider's error holds.</summary>
    public const int ValueLimit = 512;

    private readonly List<AnswerValue> _values;

    private AnswerBody(List<AnswerValue> values) => _values = values;

    /// <summary>Gets the values in the order of the answer.</summary>
    public IReadOnlyList<AnswerValue> Values => _values;

    /// <summary>Reads a body, in time linear to its length.</summary>
    public static AnswerBody Read(string? body)
    {
        var values = new List<AnswerValue>();
        if (!string.IsNullOrEmpty(body) && !IsMarkup(body))
        {
            new AnswerScanner(body.AsSpan(0, Math.Min(body.Length, ReadLimit)), values).Scan();
        }

        return new(values);
    }

    /// <summary>Returns the first value of a name, at the top where it stands there, otherwise anywhere; null where there is none.</summary>
    public string? First(string name)
    {
        string? found = null;
        foreach (var value in _values)
        {
            if (value.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (value.Within.Length == 0)
                {
                    return value.Value;
                }

                found ??= value.Value;
            }
        }

        return found;
    }

    /// <summary>Returns the first value of any of the names, in their order; null where there is none.</summary>
    public string? FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (First(name) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Returns the value of a name in one object; null where there is none.</summary>
    public string? In(int group, string name)
    {
        foreach (var value in _values)
        {
            if (value.Group == group && value.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Value;
            }
        }

        return null;
    }

    /// <summary>Returns every value of a name.</summary>
    public IEnumerable<string> All(string name) =>
        _values.Where(value => value.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(value => value.Value);

    /// <summary>Returns the objects in the list or object of a name, each once.</summary>
    public IEnumerable<int> Groups(string within) =>
        _values.Where(value => value.Within.Equals(within, StringComparison.OrdinalIgnoreCase)).Select(value => value.Group).Distinct();

    private static bool IsMarkup(string body) => body.AsSpan().TrimStart() is ['<', ..];
}
