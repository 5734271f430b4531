namespace SystemLog.Conformance;

/// <summary>Every suite of this library is run by the storage whose tests derive from this.</summary>
public abstract class CompletenessTests
{
    [Fact]
    public void Every_suite_is_run_here()
    {
        var suites = typeof(CompletenessTests).Assembly.GetTypes().Where(type => type.IsAbstract && type.Name.EndsWith("Tests", StringComparison.Ordinal));
        var run = GetType().Assembly.GetTypes().Where(type => !type.IsAbstract).ToList();

        suites.Where(suite => !run.Exists(suite.IsAssignableFrom)).Select(suite => suite.Name).Should().BeEmpty();
    }
}
