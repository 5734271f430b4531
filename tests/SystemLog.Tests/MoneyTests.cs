using System.Globalization;

namespace SystemLog.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void A_person_reads_it_as_the_culture_writes_it() =>
        new Money(124_900, "NOK").ToString(CultureInfo.GetCultureInfo("nb-NO")).Should().MatchRegex(@"^1\s249,00 NOK$");

    [Fact]
    public void Amounts_of_two_currencies_are_never_added() =>
        FluentActions.Invoking(() => new Money(1, "NOK") + new Money(1, "SEK")).Should().Throw<InvalidOperationException>().WithMessage("NOK and SEK cannot be added.");

    [Fact]
    public void Amounts_of_one_currency_are() =>
        (new Money(500, "nok") - new Money(200, "NOK")).Should().Be(new Money(300, "NOK"));

    [Theory]
    [InlineData("")]
    [InlineData("kr")]
    [InlineData("12A")]
    public void A_currency_is_three_letters(string currency) =>
        FluentActions.Invoking(() => new Money(1, currency)).Should().Throw<ArgumentException>();
}
