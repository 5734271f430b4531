namespace SystemLog.Orders.Workflows;

/// <summary>Defines a status.</summary>
public sealed class StatusBuilder
{
    private readonly List<string> _aliases = [];
    private readonly Dictionary<string, StatusLabel> _labels = new(StringComparer.Ordinal);
    private OrderStatus _status;

    internal StatusBuilder(string code, StatusRole role, int priority)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.Length, 64, nameof(code));
        _status = new() { Code = code, Role = role, Priority = priority };
    }

    internal string Code => _status.Code;

    /// <summary>Adds other spellings. The first of all is the one that the host is told.</summary>
    public StatusBuilder Alias(params ReadOnlySpan<string> aliases)
    {
        _aliases.AddRange(aliases);
        return this;
    }

    /// <summary>Says what it is called in a language.</summary>
    /// <param name="language">The language, such as "nb".</param>
    /// <param name="staff">To those who work with it.</param>
    /// <param name="customer">To the customer; the default is the same.</param>
    public StatusBuilder Label(string language, string staff, string? customer = null)
    {
        _labels[language] = new(staff, customer ?? staff);
        return this;
    }

    /// <summary>Gives it another place in lists than the order of the definition, from 1.</summary>
    public StatusBuilder Priority(int priority)
    {
        _status = _status with { Priority = priority };
        return this;
    }

    /// <summary>Keeps it from the customer.</summary>
    public StatusBuilder HiddenFromCustomer()
    {
        _status = _status with { IsShownToCustomer = false };
        return this;
    }

    /// <summary>Lets orders stay in it for ever.</summary>
    public StatusBuilder MayEnd()
    {
        _status = _status with { MayEnd = true };
        return this;
    }

    internal OrderStatus Build() => _status with { Aliases = [.. _aliases], Labels = new Dictionary<string, StatusLabel>(_labels) };
}
