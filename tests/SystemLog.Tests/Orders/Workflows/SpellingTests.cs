using FsCheck;
using FsCheck.Fluent;
using SystemLog.Orders.Workflows;

namespace SystemLog.Tests.Orders.Workflows;

public sealed class SpellingTests
{
    [Fact]
    public void However_a_status_is_spelled_it_is_found_and_goes_back_as_the_host_writes_it() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var workflow = BuiltIn.All[random.Next(BuiltIn.All.Count)];
            var status = workflow.Statuses[random.Next(workflow.Statuses.Count)];
            var spelling = status.Aliases.Append(status.Code).ElementAt(random.Next(status.Aliases.Count + 1));

            var found = workflow.Find(Mangled(spelling, random));

            return found == status && workflow.Find(found.HostCode) == status;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" _-")]
    [InlineData("Recieved")]
    public void What_is_no_spelling_finds_nothing(string? text) => OrderWorkflow.Impleo.Find(text).Should().BeNull();

    [Fact]
    public void A_shop_may_be_told_a_spelling_of_its_own_and_the_others_are_still_understood()
    {
        var workflow = OrderWorkflow.Impleo.WithHostCode("Received", "30 mottatt");

        workflow.Find("Recived")!.HostCode.Should().Be("30 mottatt");
        workflow.Find("30_MOTTATT")!.Code.Should().Be("Received");
        OrderWorkflow.Impleo.Find("Received")!.HostCode.Should().Be("Recived");
    }

    [Fact]
    public void A_spelling_of_another_status_cannot_be_taken()
    {
        var take = () => OrderWorkflow.Impleo.WithHostCode("Received", "approved");

        take.Should().Throw<ArgumentException>().WithMessage("*'approved' names both*");
    }

    private static string Mangled(string text, Random random) => string.Concat(text.Select(letter =>
        (random.Next(3) == 0 ? " _-\t"[random.Next(4)].ToString() : "") + (random.Next(2) == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))));
}
