using FsCheck;
using FsCheck.Fluent;
using SystemLog.Issues;

namespace SystemLog.Tests.Issues;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("Order 1001 failed", "Order # failed")]
    [InlineData("Capture of 1 249,00 NOK refused", "Capture of # NOK refused")]
    [InlineData("at 2026-03-01T10:00:00Z for acme-shop-123", "at # for #")]
    [InlineData("trace 00-813b4f5e6a7c8d9e0f1a2b3c4d5e6f70-01", "trace #")]
    [InlineData("Kunden kari@example.no finnes ikke", "Kunden # finnes ikke")]
    [InlineData("Ugyldig mva-kode.", "Ugyldig mva-kode.")]
    [InlineData("  two\r\n\tlines  ", "two lines")]
    public void Ids_times_and_amounts_become_one_sign(string text, string expected) =>
        NormalizedText.Of(text).Should().Be(expected);

    [Fact]
    public void Other_words_stay_apart() =>
        NormalizedText.Of("Order not found").Should().NotBe(NormalizedText.Of("Order is closed"));

    [Fact]
    public void A_token_without_digits_counts_as_an_id() =>
        NormalizedText.Of("token " + new string('x', 60) + " expired").Should().Be("token # expired");

    [Fact]
    public void Any_text_gives_a_bounded_one_that_stays_as_it_is() =>
        Prop.ForAll<string?>(text =>
        {
            var once = NormalizedText.Of(text);
            return once.Length <= NormalizedText.MaxLength && NormalizedText.Of(once).Length <= once.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_the_number_the_text_is_the_same() =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt>((one, other) =>
            NormalizedText.Of($"Order {one.Get} is worth {other.Get}.00 kr") == NormalizedText.Of($"Order {other.Get} is worth {one.Get}.00 kr"))
            .QuickCheckThrowOnFailure();
}
