using SystemLog.Work;

namespace SystemLog.Tests.Work;

public sealed class WorkContextTests
{
    private static readonly WorkItem s_item = new()
    {
        Id = 1, Shop = "main", Kind = "test", Key = "a", State = WorkState.Running, DueAt = default, Payload = "{}", PayloadVersion = 1, Attempts = 1, Tries = 1, QueuedAt = default,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_goes_on_past_the_point_of_no_return_without_the_lease(bool isHeld)
    {
        var work = new WorkContext(s_item, _ => Task.FromResult(isHeld));

        var pass = () => work.PassPointOfNoReturnAsync(TestContext.Current.CancellationToken);

        (await Record.ExceptionAsync(pass) is OperationCanceledException).Should().Be(!isHeld);
    }
}
