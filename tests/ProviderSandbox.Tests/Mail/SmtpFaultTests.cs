using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ProviderSandbox.Faults;
using ProviderSandbox.Mail;

namespace ProviderSandbox.Tests.Mail;

public sealed class SmtpFaultTests : SandboxTest
{
    private const string Hello = "Subject: Hello\r\n\r\nHello";

    [Theory]
    [InlineData("550 5.1.1", "550 5.1.1 No such user here")]
    [InlineData("450 4.7.1", "450 4.7.1 Greylisted, try again later")]
    [InlineData("451 4.3.0", "451 4.3.0 Temporary failure, try again later")]
    [InlineData("452 4.2.2", "452 4.2.2 The mailbox is full")]
    public async Task One_recipient_is_refused_and_the_others_get_the_mail(string code, string expected)
    {
        Sandbox.Faults.Plan(Fault.Named("smtp:" + code) with { Reference = "Gone@example.no" });
        using var client = await MailClient.GreetedAsync(Sandbox);
        await client.SayAsync("MAIL FROM:<shop@example.no>");
        await client.SayAsync("RCPT TO:<kari@example.no>");
        var refused = await client.SayAsync("RCPT TO:<gone@example.no>");
        await client.SayAsync("DATA");
        await client.SayAsync(Hello + "\r\n.");

        refused.Should().Be(expected);
        Sandbox.Mailbox.Mails.Should().ContainSingle().Which.To.Should().Equal("kari@example.no");
        Sandbox.Faults.Pending.Should().BeEmpty();
    }

    [Theory]
    [InlineData("550 5.7.1")]
    [InlineData("552 5.3.4")]
    [InlineData("554 5.7.1")]
    public async Task A_whole_mail_is_refused_as_often_as_planned(string code)
    {
        Sandbox.Faults.Plan(Fault.Named("smtp:" + code) with { Times = 2 });
        using var client = await MailClient.GreetedAsync(Sandbox);

        string[] replies = [await client.MailAsync(Hello), await client.SayAsync("RSET"), await client.MailAsync(Hello), await client.SayAsync("RSET"), await client.MailAsync(Hello)];

        replies.Select(reply => reply[..3]).Should().Equal(code[..3], "250", code[..3], "250", "250");
        Sandbox.Mailbox.Mails.Should().ContainSingle();
    }

    [Theory]
    [InlineData("535 5.7.8")]
    [InlineData("454 4.7.0")]
    public async Task A_login_is_refused_though_it_is_right(string code)
    {
        Sandbox.Faults.Plan(Fault.Named("smtp:" + code));
        var login = "AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{SmtpCredentials.UserName}\0{SmtpCredentials.Password}"));
        using var client = await MailClient.GreetedAsync(Sandbox);

        string[] replies = [await client.SayAsync(login), await client.SayAsync(login)];

        replies.Select(reply => reply[..9]).Should().Equal(code, "235 2.7.0");
    }

    [Fact]
    public async Task A_server_that_closes_says_so_in_place_of_its_greeting()
    {
        Sandbox.Faults.Plan(Fault.Named("smtp:421 4.3.2"));
        using var client = await MailClient.ConnectAsync(Sandbox);

        string[] replies = [await client.ReplyAsync(), await client.ReplyAsync()];

        replies.Should().Equal("421 4.3.2 The server is going down for maintenance", "");
    }

    [Fact]
    public async Task The_answer_to_a_mail_is_lost_and_the_mail_is_kept()
    {
        Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.ConnectionReset()) { AfterProcessing = true });
        using var client = await MailClient.GreetedAsync(Sandbox);

        await ShouldBeResetAsync(() => client.MailAsync(Hello));

        Sandbox.Mailbox.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task The_connection_is_lost_and_the_mail_is_not_kept()
    {
        Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.ConnectionReset()));
        using var client = await MailClient.GreetedAsync(Sandbox);

        await ShouldBeResetAsync(() => client.MailAsync(Hello));

        Sandbox.Mailbox.Mails.Should().BeEmpty();
        Sandbox.Requests[^1].Status.Should().BeNull();
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("hello")]
    [InlineData("sender")]
    [InlineData("recipient")]
    public async Task The_connection_is_lost_at_any_step(string operation)
    {
        Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.ConnectionReset()) { Operation = operation });

        await ShouldBeResetAsync(SendAsync);
        await SendAsync();

        Sandbox.Mailbox.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task A_refusal_for_now_may_hide_that_the_mail_was_taken()
    {
        Sandbox.Faults.Plan(Fault.Named("smtp:451 4.3.0") with { Operation = "message", AfterProcessing = true });
        using var client = await MailClient.GreetedAsync(Sandbox);

        var refused = await client.MailAsync(Hello);

        refused.Should().StartWith("451 4.3.0 ");
        Sandbox.Mailbox.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task A_slow_server_answers_late()
    {
        Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.Slow(TimeSpan.FromMilliseconds(100))));
        using var client = await MailClient.GreetedAsync(Sandbox);
        var start = Stopwatch.GetTimestamp();

        var accepted = await client.MailAsync(Hello);

        accepted.Should().StartWith("250 ");
        Stopwatch.GetElapsedTime(start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(90));
    }

    [Fact]
    public async Task A_server_that_never_answers_lets_go_when_the_client_does()
    {
        Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.TimeOut()) { AfterProcessing = true });
        using (var client = await MailClient.GreetedAsync(Sandbox))
        {
            using var patience = new CancellationTokenSource();
            var waiting = client.MailAsync(Hello).WaitAsync(patience.Token);
            await KeptAsync();
            await patience.CancelAsync();
            await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        }

        await SendAsync();

        Sandbox.Mailbox.Mails.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(Garbage.Html)]
    [InlineData(Garbage.BrokenJson)]
    [InlineData(Garbage.Megabyte)]
    public async Task Nonsense_comes_in_place_of_a_reply(Garbage garbage)
    {
        Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.GarbageBody(garbage)));
        using var client = await MailClient.GreetedAsync(Sandbox);

        var nonsense = await client.MailAsync(Hello);
        var after = await client.SayAsync("NOOP");

        nonsense.Should().NotMatchRegex("^[0-9]{3}[ -]");
        after.Should().Be("250 2.0.0 Ok");
    }

    [Fact]
    public void A_fault_without_an_operation_is_aimed_at_the_one_it_belongs_to()
    {
        foreach (var kind in (FaultKind[])[new FaultKind.Documented("535 5.7.8"), new FaultKind.Documented("550 5.1.1"), new FaultKind.TimeOut()])
        {
            Sandbox.Faults.Plan(new Fault(Provider.Smtp, kind));
        }

        Sandbox.Faults.Pending.Select(fault => fault.Operation).Should().Equal("login", "recipient", "message");
    }

    [Fact]
    public void What_a_mail_server_cannot_say_is_refused_when_it_is_planned()
    {
        FluentActions.Invoking(() => Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.Status(503)))).Should().Throw<ArgumentException>().WithMessage("*421 4.3.2*");
        FluentActions.Invoking(() => Sandbox.Faults.Plan(Fault.Named("smtp:999 9.9.9"))).Should().Throw<ArgumentException>().WithMessage("*'999 9.9.9'*550 5.1.1*");
        FluentActions.Invoking(() => Sandbox.Faults.Plan(Fault.Named("smtp:550 5.1.1") with { Operation = "data" })).Should().Throw<ArgumentException>().WithMessage("*recipient*");
        FluentActions.Invoking(() => Sandbox.Faults.Plan(new Fault(Provider.Smtp, new FaultKind.Slow(TimeSpan.Zero)))).Should().Throw<ArgumentException>().WithMessage("*pause*");
    }

    [Fact]
    public async Task Mail_faults_are_planned_over_http_like_all_others()
    {
        Http.BaseAddress = Sandbox.Address;
        var planned = await SendAsync(HttpMethod.Post, "faults", new { named = "smtp:550 5.1.1", reference = "kari@example.no" });
        var slow = await SendAsync(HttpMethod.Post, "faults", new { provider = "Smtp", kind = "slow", pause = 20 });
        using var client = await MailClient.GreetedAsync(Sandbox);

        string[] replies = [await client.MailAsync(Hello), await client.SayAsync("RSET"), await client.MailAsync(Hello)];
        var requests = await SendAsync(HttpMethod.Get, "requests");

        (planned.Status, slow.Status, slow["pause"]).Should().Be((201, 201, "20"));
        replies.Select(reply => reply[..3]).Should().Equal("550", "250", "250");
        (requests["3.operation"], requests["3.method"], requests["3.path"], requests["3.status"], requests["3.fault.code"]).Should()
            .Be(("recipient", "RCPT", "TO:<kari@example.no>", "550", "550 5.1.1"));
    }

    private static async Task ShouldBeResetAsync(Func<Task<string>> talk)
    {
        var lost = (await FluentActions.Awaiting(talk).Should().ThrowAsync<Exception>()).Which;

        // A connection that is reset at once may be lost while it is still being made, where no stream wraps the error.
        var error = lost as SocketException ?? lost.InnerException as SocketException;
        error?.SocketErrorCode.Should().Be(SocketError.ConnectionReset, "{0}", lost);
        error.Should().NotBeNull("{0}", lost);
    }

    private async Task<string> SendAsync()
    {
        using var client = await MailClient.GreetedAsync(Sandbox);
        return await client.MailAsync(Hello);
    }

    private async Task KeptAsync()
    {
        while (Sandbox.Mailbox.Mails.Count == 0)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
