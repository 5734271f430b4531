using SystemLog.Catalogue;
using SystemLog.Conformance;

namespace SystemLog.Adapters.Tests.RealErrors;

public sealed class RealErrorTests(ITestOutputHelper output)
{
    // Reached on the whole set; to be raised with the rules, never lowered.
    private const double Cause = 1;
    private const double Retryable = 1;
    private const double WhoMustAct = 0.98;

    [Fact]
    public void Real_errors_are_read_as_well_as_ever()
    {
        var file = RepositoryFolder.Shared("real-errors/dev.jsonl");
        Assert.SkipWhen(file is null, "The collection of real errors is not beside this repository (../shared/real-errors).");

        var scores = LabelledError.Read(file).Select(error => (error.Provider, Score: Of(error))).ToList();

        foreach (var provider in scores.GroupBy(score => score.Provider).Append(scores.GroupBy(_ => "all").Single()))
        {
            var of = provider.Select(score => score.Score).ToList();
            output.WriteLine(
                $"{provider.Key,-24}{of.Count,4}  cause {of.Average(score => score.Cause):P1}  retryable {of.Average(score => score.Retryable):P1}  who {of.Average(score => score.Who):P1}");
        }

        scores.Average(score => score.Score.Cause).Should().BeGreaterThanOrEqualTo(Cause);
        scores.Average(score => score.Score.Retryable).Should().BeGreaterThanOrEqualTo(Retryable);
        scores.Average(score => score.Score.Who).Should().BeGreaterThanOrEqualTo(WhoMustAct);
    }

    private static (double Cause, double Retryable, double Who) Of(LabelledError error)
    {
        var explanation = AdapterCatalogue.Catalogue.Explain(error.ToError());
        return (
            error.IsRight(explanation.Cause) ? 1 : 0,
            explanation.Retryable == error.Retryable ? 1 : 0,
            explanation.WhoMustAct == error.WhoMustAct ? 1 : 0);
    }
}
