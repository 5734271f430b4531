using System.Globalization;

namespace SystemLog;

/// <summary>An amount of money in minor units (øre, cent) of one currency.</summary>
public readonly record struct Money
{
    /// <summary>Creates an amount.</summary>
    /// <param name="minorUnits">The amount in minor units: 124900 is 1 249,00 kroner.</param>
    /// <param name="currency">The ISO 4217 code, three letters A to Z.</param>
    /// <exception cref="ArgumentException">The currency is not three letters.</exception>
    public Money(long minorUnits, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetter))
        {
            throw new ArgumentException($"'{currency}' is not an ISO 4217 currency code.", nameof(currency));
        }

        MinorUnits = minorUnits;
        Currency = currency.ToUpperInvariant();
    }

    /// <summary>Gets the amount in minor units.</summary>
    public long MinorUnits { get; }

    /// <summary>Gets the ISO 4217 code in capitals; null only in <c>default</c>.</summary>
    public string Currency { get; }

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) =>
        left.Currency == right.Currency
            ? new(checked(left.MinorUnits + right.MinorUnits), left.Currency)
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added.");

    /// <summary>Subtracts two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left + new Money(checked(-right.MinorUnits), right.Currency);

    /// <summary>Returns the sum of this and another amount of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Add(Money other) => this + other;

    /// <summary>Returns this amount less another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Subtract(Money other) => this - other;

    /// <summary>Writes the amount as a person in the culture reads it: "1 249,00 NOK".</summary>
    /// <param name="culture">Decides separators; digits after the point come from the currency.</param>
    public string ToString(CultureInfo culture)
    {
        var digits = Currency is "ISK" or "JPY" or "KRW" ? 0 : 2;
        var amount = MinorUnits / (digits == 0 ? 1m : 100m);
        return string.Create(culture, $"{amount.ToString("N" + digits, culture)} {Currency}");
    }

    /// <inheritdoc />
    public override string ToString() => ToString(CultureInfo.InvariantCulture);
}
