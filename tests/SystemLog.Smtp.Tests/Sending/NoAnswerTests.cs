using System.Net;
using System.Net.Sockets;
using SystemLog.Smtp.Sending;
using SystemLog.Testing;

namespace SystemLog.Smtp.Tests.Sending;

/// <summary>Servers that are gone, slow, hostile, or no mail servers at all.</summary>
public sealed class NoAnswerTests
{
    [Fact]
    public async Task Where_nobody_listens_it_may_succeed_later()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = new SmtpOptions { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port };
        listener.Stop();

        var failure = await FailureOf(new(options));

        failure.Should().Match<MailServerException>(it => it.IsTransient && !it.OutcomeUnknown);
        failure.Message.Should().StartWith($"127.0.0.1:{options.Port}: connecting failed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_lost_before_the_mail_was_sent_leaves_nothing_open(string command)
    {
        await using var server = new ScriptedServer().HangUpOn(command);

        var failure = await FailureOf(new(server.Options));

        failure.Should().Match<MailServerException>(it => it.IsTransient && !it.OutcomeUnknown);
    }

    [Fact]
    public async Task A_connection_lost_after_the_mail_was_sent_leaves_its_fate_open()
    {
        await using var server = new ScriptedServer().HangUpOn(".");

        var failure = await FailureOf(new(server.Options));

        failure.Should().Match<MailServerException>(it => it.IsTransient && it.OutcomeUnknown);
        server.Mails.Should().ContainSingle();
    }

    [Theory]
    [InlineData("no reply at all")]
    [InlineData("354 go on")]
    public async Task An_answer_to_the_mail_that_makes_no_sense_leaves_its_fate_open(string reply)
    {
        await using var server = new ScriptedServer().On(".", reply);

        (await FailureOf(new(server.Options))).OutcomeUnknown.Should().BeTrue();
    }

    [Fact]
    public async Task A_mail_that_was_taken_stays_taken_when_the_goodbye_fails()
    {
        await using var server = new ScriptedServer().HangUpOn("QUIT");

        (await new EsmtpClient(server.Options).SendAsync(Some.Mail())).Should().BeOfType<SendResult.Accepted>();
    }

    [Theory]
    [InlineData("EHLO", 60, false)]
    [InlineData("RCPT", 60, false)]
    [InlineData(".", 600, true)]
    public async Task A_server_that_does_not_answer_is_waited_for_until_the_limit(string command, int seconds, bool outcomeUnknown)
    {
        await using var server = new ScriptedServer();
        var heard = server.SilentOn(command);
        var time = new ManualTime();
        var sending = FailureOf(new(server.Options, time));
        await heard;

        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        var wasWaiting = !sending.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(1));

        var failure = await sending;
        wasWaiting.Should().BeTrue();
        failure.Should().Match<MailServerException>(it => it.IsTransient && it.OutcomeUnknown == outcomeUnknown);
        failure.Message.Should().EndWith($"took longer than {seconds} seconds.");
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_given_up_too()
    {
        await using var server = new ScriptedServer();
        server.Offers.Add("STARTTLS");
        var heard = server.SilentAfter("STARTTLS", "220 2.0.0 Ready");
        var time = new ManualTime();
        var options = server.Options;
        options.Security = ConnectionSecurity.StartTls;
        var sending = FailureOf(new(options, time));
        await heard;

        time.Advance(TimeSpan.FromMinutes(1));

        (await sending).Message.Should().Contain("the TLS handshake took longer than 60 seconds");
    }

    [Fact]
    public async Task Who_cancels_before_the_mail_was_sent_hears_that_it_was_cancelled()
    {
        await using var server = new ScriptedServer();
        var heard = server.SilentOn("DATA");
        using var cancel = new CancellationTokenSource();
        var sending = new EsmtpClient(server.Options).SendAsync(Some.Mail(), cancel.Token);
        await heard;

        await cancel.CancelAsync();

        var waiting = () => sending;
        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Who_cancels_after_the_mail_was_sent_hears_that_its_fate_is_open()
    {
        await using var server = new ScriptedServer();
        var heard = server.SilentOn(".");
        using var cancel = new CancellationTokenSource();
        var sending = new EsmtpClient(server.Options).SendAsync(Some.Mail(), cancel.Token);
        await heard;

        await cancel.CancelAsync();

        var waiting = () => sending;
        (await waiting.Should().ThrowAsync<MailServerException>()).Which.OutcomeUnknown.Should().BeTrue();
    }

    public static TheoryData<string, string> Floods { get; } = new()
    {
        { "", "no line ever ends " },
        { "EHLO", "250-AUTH PLAIN\r\n" },
        { "MAIL", "250-" },
        { "RCPT", "\0\u0001\u0002" },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task A_server_that_never_stops_talking_is_not_listened_to(string command, string bytes)
    {
        await using var server = new ScriptedServer().FloodOn(command, bytes);

        (await FailureOf(new(server.Options))).OutcomeUnknown.Should().BeFalse();
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("-ERR unknown command")]
    [InlineData("25")]
    [InlineData("2500 Ok")]
    [InlineData("250_Ok")]
    [InlineData("650 Ok")]
    [InlineData("١٢٣ Ok")]
    [InlineData("250-one\r\n550 two")]
    [InlineData("")]
    [InlineData("354 go on")]
    public async Task What_is_no_reply_is_no_answer(string reply)
    {
        await using var server = new ScriptedServer().On("RCPT", reply);

        (await FailureOf(new(server.Options))).Should().Match<MailServerException>(it => !it.OutcomeUnknown);
        server.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task Words_are_bounded_and_without_control_characters()
    {
        await using var server = new ScriptedServer().On("MAIL", $"550-5.7.1 \u001b[31mred\u0007\r\n550 5.7.1 {new string('x', 3_000)}");

        var result = await new EsmtpClient(server.Options).SendAsync(Some.Mail());

        var words = result.Should().BeOfType<SendResult.Refused>().Subject.Reply!.Words;
        words.Should().HaveLength(1_000).And.StartWith(" [31mred  xxx");
    }

    private static async Task<MailServerException> FailureOf(EsmtpClient client)
    {
        var sending = () => client.SendAsync(Some.Mail());
        return (await sending.Should().ThrowAsync<MailServerException>()).Which;
    }
}
