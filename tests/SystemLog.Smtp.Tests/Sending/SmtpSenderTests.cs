using SystemLog.Conformance.Messages;
using SystemLog.Messages;

namespace SystemLog.Smtp.Tests.Sending;

public sealed class SmtpSenderTests : MessageSenderTests
{
    protected override ISenderUnderTest Start() => new ScriptedSender();

    [Fact]
    public async Task The_reference_is_the_number_in_the_servers_queue()
    {
        await using var under = new ScriptedSender();

        var outcome = await under.Sender.SendAsync(Some.Mail());

        outcome.Should().BeOfType<SendOutcome.Accepted>().Which.Reference.Should().Be("4Xyz1");
    }

    [Fact]
    public async Task The_reason_of_a_refusal_is_what_the_server_said()
    {
        await using var under = new ScriptedSender();
        under.RefuseRecipient(Some.Kari.Address, isTransient: false);

        var outcome = await under.Sender.SendAsync(Some.Mail());

        outcome.Should().Be(new SendOutcome.Refused("550 5.1.1 No such user", IsTransient: false));
    }
}
