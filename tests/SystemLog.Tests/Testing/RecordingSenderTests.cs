using Microsoft.Extensions.DependencyInjection;
using SystemLog.Messages;
using SystemLog.Testing;
using SystemLog.Tests.Messages;

namespace SystemLog.Tests.Testing;

public sealed class RecordingSenderTests
{
    [Fact]
    public async Task A_hosts_mails_end_here()
    {
        var sender = new RecordingSender();
        var services = new ServiceCollection();
        services.AddSystemLog().UseMessageSender(_ => sender);
        await using var provider = services.BuildServiceProvider();
        var message = Some.Mail();

        var outcome = await provider.GetRequiredService<Mailer>().SendAsync(message);

        outcome.Should().BeOfType<SendOutcome.Accepted>().Which.Reference.Should().Be("1");
        sender.Sent.Should().Equal(message);
    }

    [Fact]
    public async Task It_answers_in_turn_and_the_last_answer_for_ever()
    {
        var (refused, unknown) = (new SendOutcome.Refused("421 Closing", IsTransient: true), new SendOutcome.Unknown("no answer"));
        var sender = new RecordingSender().Answer(refused).Answer(unknown);

        SendOutcome[] outcomes = [await sender.SendAsync(Some.Mail()), await sender.SendAsync(Some.Mail()), await sender.SendAsync(Some.Mail())];

        outcomes.Should().Equal(refused, unknown, unknown);
    }
}
