namespace SystemLog.Subjects;

/// <summary>Names what an error is about: an order, a booking, a z-report, a customer.</summary>
public readonly record struct SubjectRef
{
    /// <summary>The longest number kept, in characters.</summary>
    public const int MaxNumberLength = 128;

    /// <summary>Creates a reference.</summary>
    /// <param name="type">One of <see cref="SubjectTypes"/> or the host's own word, 1 to 32 characters.</param>
    /// <param name="number">The number by which the merchant knows it, 1 to 128 characters.</param>
    /// <exception cref="ArgumentException">A part is empty or too long.</exception>
    public SubjectRef(string type, string number)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(type.Length, 32, nameof(type));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number.Length, MaxNumberLength, nameof(number));
        Type = type;
        Number = number;
    }

    /// <summary>Gets the type; null only in <c>default</c>, which every service refuses.</summary>
    public string Type { get; }

    /// <summary>Gets the number; null only in <c>default</c>, which every service refuses.</summary>
    public string Number { get; }

    /// <summary>Gets whether this was ever set.</summary>
    public bool IsSet => Type is not null;

    /// <summary>Names an order.</summary>
    public static SubjectRef Order(string number) => new(SubjectTypes.Order, number);

    /// <inheritdoc />
    public override string ToString() => $"{Type} {Number}";
}
