using System.Diagnostics;
using System.Text;
using SystemLog.Smtp.Bounces;

namespace SystemLog.Smtp.Tests.Bounces;

/// <summary>Whatever the bytes: no exception, no hang, no allocation without bound.</summary>
public sealed class MalformedMailTests
{
    /// <summary>A mail of a megabyte is copied, decoded and cut into lines; ten times its size is far above what was measured.</summary>
    private const long AllocationLimit = 64 * 1_048_576;

    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(5);

    private static Dictionary<string, Func<byte[]>> GiantMails { get; } = new(StringComparer.Ordinal)
    {
        ["zeros"] = () => new byte[1_048_576],
        ["one letter"] = () => Repeat("a", 1_048_576),
        ["at signs"] = () => Notice(Repeat("@", 1_000_000)),
        ["addresses"] = () => Notice(Repeat("<a@b.example>: 550 no\n", 50_000)),
        ["addresses in a sentence"] = () => Notice(Repeat("recipient a@b.example ", 50_000)),
        ["line ends"] = () => Notice(Repeat("\r", 1_000_000)),
        ["brackets"] = () => Notice(Repeat("<", 1_000_000)),
        ["codes"] = () => Notice(Repeat("550 5.1.1 ", 100_000)),
        ["endless headers"] = () => Repeat("X-A: b\r\n", 130_000),
        ["one endless header"] = () => Repeat(" folded\r\n", 110_000, "Subject: a\r\n"),
        ["encoded words"] = () => Repeat("=?utf-8?q?=41?= ", 65_000, "Subject: "),
        ["open encoded words"] = () => Repeat("=?a?q?", 170_000, "Subject: "),
        ["parts"] = () => Repeat("--b\r\n\r\nx\r\n", 10_000, "Content-Type: multipart/report; boundary=b\r\n\r\n"),
        ["nested parts"] = () => Nested(10_000),
        ["nested mails"] = () => Repeat("Content-Type: message/rfc822\r\n\r\n", 30_000),
        ["boundary without end"] = () => Repeat("--b", 300_000, "Content-Type: multipart/mixed; boundary=b\r\n\r\n"),
        ["boundary parameters"] = () => Repeat("boundary ", 100_000, "Content-Type: multipart/mixed; "),
        ["recipient groups"] = () => Report(Repeat("Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n", 20_000)),
        ["one endless diagnostic"] = () =>
            Report(Repeat(" x\r\n", 250_000, "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nDiagnostic-Code: smtp; 550\r\n")),
        ["html"] = () => Repeat("<style><p", 110_000, "From: mailer-daemon@b.example\r\nContent-Type: text/html\r\n\r\n"),
        ["json"] = () => Notice(Repeat("{\"notificationType\":", 50_000)),
    };

    public static TheoryData<string> Giants { get; } = [.. GiantMails.Keys];

    [Fact]
    public void A_thousand_mutated_mails_are_read()
    {
        var random = new Random(4711);
        var templates = Templates.All.Select(Encoding.UTF8.GetBytes).ToList();
        var clock = Stopwatch.StartNew();

        for (var i = 0; i < 1_000; i++)
        {
            var report = BounceReader.Read(Mutated(templates[i % templates.Count], random));

            report.Recipients.Should().NotContain(recipient => recipient.Diagnostic != null && recipient.Diagnostic.Length > 1_000);
        }

        clock.Elapsed.Should().BeLessThan(s_timeLimit * 4);
    }

    [Theory]
    [MemberData(nameof(Giants))]
    public void A_megabyte_of_anything_is_read_in_bounded_time_and_memory(string giant)
    {
        var mail = GiantMails[giant]();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var report = BounceReader.Read(mail);

        clock.Elapsed.Should().BeLessThan(s_timeLimit);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(AllocationLimit);
        report.Recipients.Should().HaveCountLessThanOrEqualTo(100);
    }

    [Fact]
    public void A_stream_is_read_up_to_a_megabyte()
    {
        using var stream = new MemoryStream(new byte[3_000_000]);

        BounceReader.Read(stream).Kind.Should().Be(BounceKind.NotABounce);

        stream.Position.Should().Be(1_048_576);
    }

    private static byte[] Mutated(byte[] template, Random random)
    {
        var mail = template.ToArray();
        for (var i = random.Next(1, 40); i > 0; i--)
        {
            mail[random.Next(mail.Length)] = (byte)random.Next(256);
        }

        var from = random.Next(mail.Length);
        return random.Next(3) switch
        {
            0 => mail[..from],
            1 => [.. mail, .. mail[from..]],
            _ => [.. mail[..from], .. mail[(mail.Length - random.Next(mail.Length))..]],
        };
    }

    private static byte[] Repeat(string text, int count, string before = "") =>
        Encoding.ASCII.GetBytes(new StringBuilder(before).Insert(before.Length, text, count).ToString());

    private static byte[] Notice(byte[] body) => [.. "From: mailer-daemon@b.example\r\nSubject: Undelivered mail\r\n\r\n"u8, .. body];

    private static byte[] Report(byte[] body) =>
        [.. "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"u8, .. body];

    private static byte[] Nested(int depth)
    {
        var mail = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n--b").Append(i).Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(mail.ToString());
    }
}
