using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Subjects;

namespace SystemLog.Tests.Issues;

public sealed class FingerprintTests
{
    private static readonly GroupingFacts s_facts = new()
    {
        Shop = "main",
        Source = Sources.Klarna,
        Operation = Operations.Capture,
        Subject = SubjectRef.Order("1001"),
        Code = "CAPTURE_NOT_ALLOWED",
        Status = 403,
        NormalizedText = "Captured amount is higher than the remaining authorized amount.",
    };

    [Fact]
    public void The_same_facts_give_the_same_fingerprint_in_every_process() =>
        FingerprintAlgorithm.Of(s_facts).ToString().Should().Be("1-72b5fe4e4f5c09e49d87b316df8fc884", "an independent SHA-256 over the same parts gives it");

    public static TheoryData<string> EveryFact => ["shop", "source", "operation", "type", "number", "code", "status", "exception", "text", "key"];

    [Theory]
    [MemberData(nameof(EveryFact))]
    public void Another_fact_gives_another_fingerprint(string fact)
    {
        var other = fact switch
        {
            "shop" => s_facts with { Shop = "other" },
            "source" => s_facts with { Source = "other" },
            "operation" => s_facts with { Operation = "other" },
            "type" => s_facts with { Subject = new("other", "1001") },
            "number" => s_facts with { Subject = SubjectRef.Order("1002") },
            "code" => s_facts with { Code = "other" },
            "status" => s_facts with { Status = 404 },
            "exception" => s_facts with { ExceptionType = "other" },
            "text" => s_facts with { NormalizedText = "other" },
            _ => s_facts with { Key = "other" },
        };

        FingerprintAlgorithm.Of(other).Should().NotBe(FingerprintAlgorithm.Of(s_facts));
    }

    [Fact]
    public void Facts_do_not_run_into_each_other()
    {
        var one = s_facts with { Source = "ab", Operation = "c" };
        var other = s_facts with { Source = "a", Operation = "bc" };

        FingerprintAlgorithm.Of(one).Should().NotBe(FingerprintAlgorithm.Of(other));
    }

    [Fact]
    public void With_a_key_of_the_hosts_own_the_texts_do_not_count()
    {
        var one = s_facts with { Key = "klarna-down", NormalizedText = "one", Code = "1" };
        var other = s_facts with { Key = "klarna-down", NormalizedText = "other", Code = "2" };

        FingerprintAlgorithm.Of(one).Should().Be(FingerprintAlgorithm.Of(other));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var fingerprint = FingerprintAlgorithm.Of(s_facts);

        Fingerprint.Parse(fingerprint.ToString()).Should().Be(fingerprint);
        fingerprint.Version.Should().Be(Fingerprint.CurrentVersion);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-")]
    [InlineData("0-47d8a1b6b1f54b9b8bb8b0b0b0b0b0b0")]
    [InlineData("1-47d8a1b6b1f54b9b8bb8b0b0b0b0b0bz")]
    [InlineData("1-47d8a1b6b1f54b9b8bb8b0b0b0b0b0b00")]
    public void Other_text_is_no_fingerprint(string? text) => Fingerprint.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void One_that_was_never_set_says_so() =>
        FluentActions.Invoking(() => default(Fingerprint).ToString()).Should().Throw<InvalidOperationException>();
}
