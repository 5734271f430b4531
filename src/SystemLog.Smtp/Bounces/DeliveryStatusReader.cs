namespace SystemLog.Smtp.Bounces;

/// <summary>
/// Reads the fields of a delivery status report (RFC 3464), in a part of its own or within other text, as servers leave them that get
/// MIME wrong.
/// </summary>
internal sealed class DeliveryStatusReader
{
    private readonly List<DeliveryStatusFields> _recipients = [];
    private DeliveryStatusFields _current = new();
    private bool _afterGap;
    private string? _lastField;

    /// <summary>Gets the server that wrote the report.</summary>
    public string? ReportingServer { get; private set; }

    /// <summary>Reads a text and returns its recipients; none where it is no report.</summary>
    public List<DeliveryStatusFields> Read(string text)
    {
        foreach (var line in TextLines.Of(text))
        {
            Take(line);
        }

        Finish();
        return _recipients;
    }

    private static string? Value(string text) => text.Trim() is { Length: > 0 } value ? Bounded.Text(value, Bounded.FieldLimit) : null;

    /// <summary>"rfc822; kari@example.com", "dns; mx.example.com", "smtp; 550 5.1.1 ...": the type says nothing we need.</summary>
    private static string? WithoutType(string text)
    {
        var end = text.IndexOf(';', StringComparison.Ordinal);
        var isType = end > 0 && !text.AsSpan(0, end).Trim().ContainsAny(" @<:");
        return Value(isType ? text[(end + 1)..] : text);
    }

    private static string? Address(string text)
    {
        var address = WithoutType(text);
        if (address is ['<', ..] && address.LastIndexOf('>') is var close and > 1)
        {
            address = address[1..close];
        }

        return address is null ? null : Bounded.Text(address, Bounded.AddressLimit);
    }

    private void Take(string line)
    {
        if (line.AsSpan().IsWhiteSpace())
        {
            (_afterGap, _lastField) = (true, null);
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon is > 0 and < 40 ? line[..colon].Trim().ToLowerInvariant() : "";
        var isFolded = line[0] is ' ' or '\t' && _lastField is not null;
        if (!isFolded && IsField(name))
        {
            Set(name, line[(colon + 1)..]);
            (_lastField, _afterGap) = (name, false);
        }
        else if (isFolded || (_lastField == "diagnostic-code" && !name.Contains('-', StringComparison.Ordinal)))
        {
            Continue(line.Trim());
        }
        else
        {
            _lastField = null;
        }
    }

    private static bool IsField(string name) => name is "final-recipient" or "original-recipient" or "action" or "status" or "diagnostic-code"
        or "remote-mta" or "reporting-mta" or "x-actual-recipient";

    private void Set(string name, string value)
    {
        if (StartsNew(name))
        {
            Finish();
        }

        switch (name)
        {
            case "final-recipient":
                _current.FinalRecipient ??= Address(value);
                break;
            case "original-recipient":
                _current.OriginalRecipient ??= Address(value);
                break;
            case "action":
                _current.Action ??= value.Split('(')[0].Trim().ToLowerInvariant() is { Length: > 0 and < 40 } action ? action : null;
                break;
            case "status":
                _current.Status ??= Value(value);
                break;
            case "diagnostic-code":
                _current.Diagnostic ??= WithoutType(value);
                break;
            case "remote-mta":
                _current.RemoteServer ??= ServerName(value);
                break;
            case "reporting-mta":
                ReportingServer ??= ServerName(value);
                break;
        }
    }

    private static string? ServerName(string value) => WithoutType(value) is { } name ? Bounded.Text(name, Bounded.NameLimit) : null;

    private bool StartsNew(string name) => name switch
    {
        "final-recipient" => _current.FinalRecipient is not null || (_afterGap && _current.HasAddress && _current.HasOutcome),
        "original-recipient" => _current.OriginalRecipient is not null || (_afterGap && _current.HasAddress && _current.HasOutcome),
        "action" => _afterGap && _current.HasAddress && _current.Action is not null,
        _ => false,
    };

    private void Continue(string text)
    {
        switch (_lastField)
        {
            case "diagnostic-code" when _current.Diagnostic is not { Length: >= Bounded.FieldLimit }:
                _current.Diagnostic = _current.Diagnostic is null ? WithoutType(text) : Bounded.Text($"{_current.Diagnostic} {text}", Bounded.FieldLimit);
                break;
            case "final-recipient":
                _current.FinalRecipient ??= Address(text);
                break;
            case "original-recipient":
                _current.OriginalRecipient ??= Address(text);
                break;
            case "status" when _current.Status is not { Length: >= Bounded.FieldLimit }:
                _current.Status = _current.Status is null ? Value(text) : Bounded.Text($"{_current.Status} {text}", Bounded.FieldLimit);
                break;
        }
    }

    private void Finish()
    {
        if (_current.HasAddress && _current.HasOutcome && _recipients.Count < Bounded.RecipientLimit)
        {
            _recipients.Add(_current);
        }

        _current = new();
    }
}
