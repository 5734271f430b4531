using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SystemLog.Catalogue;
using SystemLog.Digests;
using SystemLog.Subjects;

namespace SystemLog.Tests.Digests;

public sealed partial class DigestTextsTests
{
    public static TheoryData<string> AllLanguages => [.. Languages.Complete];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_text_is_there_and_names_the_same_values_as_the_english_one(string language)
    {
        var english = All("en");

        var texts = All(language);

        texts.Keys.Should().BeEquivalentTo(english.Keys);
        texts.Where(text => string.IsNullOrWhiteSpace(text.Value)).Should().BeEmpty();
        texts.Where(text => Values(text.Value) != Values(english[text.Key])).Select(text => text.Key).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_operation_and_type_of_subject_has_a_word(string language)
    {
        var texts = DigestTexts.In(CultureInfo.GetCultureInfo(language));

        texts.Language.Should().Be(language);
        texts.Operations.Keys.Should().BeEquivalentTo(Operations.All);
        texts.SubjectTypes.Keys.Should().BeEquivalentTo(
            SubjectTypes.Order, SubjectTypes.Booking, SubjectTypes.ZReport, SubjectTypes.Customer, SubjectTypes.Integration);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Nothing_is_shouted(string language)
    {
        All(language).Values.Should().NotContain(text => text.Contains('!', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", 0, "0 orders")]
    [InlineData("en", 1, "1 order")]
    [InlineData("en", 2, "2 orders")]
    [InlineData("fr", 0, "0 commande")]
    [InlineData("fr", 1, "1 commande")]
    [InlineData("fr", 2, "2 commandes")]
    public void A_number_has_the_form_its_language_gives_it(string language, int count, string text)
    {
        var culture = CultureInfo.GetCultureInfo(language);

        DigestTexts.In(culture).Orders.For(count, culture).Should().Be(text);
    }

    private static Dictionary<string, string> All(string language) =>
        typeof(DigestTexts).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .SelectMany(property => Texts(property.Name, property.GetValue(DigestTexts.In(CultureInfo.GetCultureInfo(language)))))
            .ToDictionary(text => text.Name, text => text.Text);

    private static IEnumerable<(string Name, string Text)> Texts(string name, object? value) => value switch
    {
        string text => [(name, text)],
        Plural plural => [(name + ".one", plural.One), (name + ".other", plural.Other)],
        IDictionary words => words.Keys.Cast<string>().Select(word => ($"{name}.{word}", (string)words[word]!)),
        _ => throw new InvalidOperationException($"{name} is no text."),
    };

    private static string Values(string text) => string.Concat(Value().Matches(text).Select(match => match.Value).Order());

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Value();
}
