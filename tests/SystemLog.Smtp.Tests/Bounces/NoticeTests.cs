using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;
using SystemLog.Smtp.Bounces;

namespace SystemLog.Smtp.Tests.Bounces;

/// <summary>Notices of the kinds that servers write, in our own words, with what a person reads in them.</summary>
public sealed class NoticeTests
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>The rules do not know this word for a full mailbox yet.</summary>
    private static readonly string[] s_knownWrongCauses = ["postfix-quota-without-code: ProviderUnavailable"];

    private static readonly Dictionary<string, Example> s_examples = Load();

    public static TheoryData<string> Names { get; } = [.. s_examples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notice_in_prose_is_understood(string name)
    {
        var example = s_examples[name];

        var report = BounceReader.Read(example.Mail());

        var first = report.Recipients is [var recipient, ..] ? recipient : null;
        $"{report.Kind} {first?.Address} {first?.Status}".Should().BeEquivalentTo($"{example.Kind} {example.Recipient} {example.Status}");
    }

    [Fact]
    public void A_notice_has_the_cause_a_person_reads_in_it()
    {
        var services = new ServiceCollection();
        services.AddSystemLog().AddSmtp();
        using var provider = services.BuildServiceProvider();
        var catalogue = provider.GetRequiredService<ErrorCatalogue>();

        var wrong =
            from example in s_examples.Values
            where example.Cause is not null
            let cause = catalogue.Explain(BounceReader.Read(example.Mail()).Recipients[0].Error!).Cause
            where cause.ToString() != example.Cause
            select $"{example.Name}: {cause}";

        wrong.Should().BeEquivalentTo(s_knownWrongCauses);
    }

    [Fact]
    public void Each_recipient_has_words_of_its_own()
    {
        var report = BounceReader.Read(s_examples["exim-two"].Mail());

        report.Recipients.Select(recipient => (recipient.Address, recipient.Kind, recipient.ReplyCode)).Should().Equal(
            ("kari@example.com", BounceKind.Soft, 452), ("ole@example.com", BounceKind.Hard, 550));
    }

    private static Dictionary<string, Example> Load()
    {
        using var stream = typeof(NoticeTests).Assembly.GetManifestResourceStream("notices.json")!;
        return JsonSerializer.Deserialize<List<Example>>(stream, s_json)!.ToDictionary(example => example.Name, StringComparer.Ordinal);
    }

    private sealed record Example
    {
        public required string Name { get; init; }

        public required string From { get; init; }

        public required string Subject { get; init; }

        public Dictionary<string, string> Headers { get; init; } = [];

        public required IReadOnlyList<string> Text { get; init; }

        public string? Recipient { get; init; }

        public required string Kind { get; init; }

        public string? Status { get; init; }

        public string? Cause { get; init; }

        public byte[] Mail()
        {
            var mail = new StringBuilder();
            foreach (var (name, value) in Headers)
            {
                mail.Append(name).Append(": ").Append(value).Append("\r\n");
            }

            mail.Append("From: ").Append(From).Append("\r\nTo: shop@example.net\r\nSubject: ").Append(Subject)
                .Append(Headers.ContainsKey("Content-Type") ? "\r\n\r\n" : "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n").AppendJoin("\r\n", Text).Append("\r\n");
            return Encoding.UTF8.GetBytes(mail.ToString());
        }
    }
}
