namespace SystemLog.Catalogue.Rules;

/// <summary>One rule, ready to be matched: everything compared is normalised once, and nothing backtracks.</summary>
internal sealed class ErrorRule
{
    private readonly RuleFile.Conditions _when;
    private readonly (int From, int To)[] _statuses;
    private readonly (string Name, RuleFile.Capture From)[] _captures;
    private readonly bool _mentionsField;

    public ErrorRule(RuleFile.Entry entry)
    {
        Entry = entry;
        _when = Normal(entry.When);
        _statuses = [.. (entry.When.Status ?? []).Select(StatusRange)];
        _captures = entry.Capture is null ? [] : [.. entry.Capture.Select(pair => (pair.Key, pair.Value))];
        Texts = (entry.Texts ?? new Dictionary<string, RuleFile.Text>(StringComparer.Ordinal))
            .ToDictionary(text => text.Key, text => new AdviceTemplate(text.Value), StringComparer.Ordinal);
        _mentionsField = (Texts.Count > 0 ? Texts : CauseTexts.Of(entry.Cause)).Values.Any(text => text.Mentions(FieldValue));
    }

    /// <summary>The value every rule has without capturing it: the name of the first field the provider complains about.</summary>
    public const string FieldValue = "field";

    public RuleFile.Entry Entry { get; }

    public string Id => Entry.Id;

    public IReadOnlyDictionary<string, AdviceTemplate> Texts { get; }

    /// <summary>Gets when the rule is tried: what names structure first, then what names only words, then last resorts.</summary>
    public int Rank => Entry.LastResort ? 2 : HasStructure ? 0 : 1;

    /// <summary>Gets groups of fragments; of each group one must stand in the words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Words => _when.Words ?? [];

    /// <summary>Gets fragments of which none may stand in the words.</summary>
    public IReadOnlyList<string> Without => _when.Without ?? [];

    private bool HasStructure => _when.Code is not null || _when.Status is not null || _when.Field is not null || _when.Failure is not null;

    /// <summary>Returns whether all holds that is not about words.</summary>
    public bool MatchesStructure(ErrorReading error) =>
        Allows(_when.Code, error.Facts.Code)
        && Allows(_when.Operation, error.Operation)
        && (_statuses.Length == 0 || HasStatus(error.Status))
        && (_when.Failure is null || _when.Failure.Contains(error.Failure))
        && (_when.Field is null || HasField(error.Facts.Fields));

    /// <summary>Takes the values that the texts mention from the error.</summary>
    public IReadOnlyDictionary<string, string> Capture(ErrorReading error)
    {
        Dictionary<string, string>? values = null;
        foreach (var (name, from) in _captures)
        {
            if (CapturedValue.Find(error.Words, from) is { } value)
            {
                (values ??= new(StringComparer.Ordinal))[name] = value;
            }
        }

        if (_mentionsField && error.Facts.Fields is [var fault, ..] && CapturedValue.Clean(fault.Field) is { } field)
        {
            (values ??= new(StringComparer.Ordinal)).TryAdd(FieldValue, field);
        }

        return values ?? Explanation.EmptyValues;
    }

    private static RuleFile.Conditions Normal(RuleFile.Conditions when) => when with
    {
        Operation = when.Operation?.Select(Aliases.Operation).ToList(),
        Words = when.Words?.Select(IReadOnlyList<string> (group) => [.. group.Select(NormalText.OfFragment)]).ToList(),
        Without = when.Without?.Select(NormalText.OfFragment).ToList(),
    };

    private static bool Allows(IReadOnlyList<string>? allowed, string? value)
    {
        if (allowed is null)
        {
            return true;
        }

        foreach (var one in allowed)
        {
            if (one.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasStatus(int? status)
    {
        foreach (var (from, to) in _statuses)
        {
            if (status >= from && status <= to)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasField(IReadOnlyList<FieldFault> fields)
    {
        foreach (var fault in fields)
        {
            foreach (var part in _when.Field!)
            {
                if (fault.Field.Contains(part, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static (int From, int To) StatusRange(string status) =>
        status.EndsWith("xx", StringComparison.Ordinal)
            ? (int.Parse(status[..1]) * 100, (int.Parse(status[..1]) * 100) + 99)
            : (int.Parse(status), int.Parse(status));
}
