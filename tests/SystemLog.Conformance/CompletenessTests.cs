using System.Reflection;

namespace SystemLog.Conformance;

/// <summary>Every suite of this library about storages is run by the storage whose tests derive from this.</summary>
public abstract class CompletenessTests
{
    private const BindingFlags AnyConstructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Every_suite_is_run_here()
    {
        var suites = typeof(CompletenessTests).Assembly.GetTypes().Where(type => type.IsAbstract && type.Name.EndsWith("Tests", StringComparison.Ordinal) && NeedsStorage(type)).ToList();
        var run = GetType().Assembly.GetTypes().Where(type => !type.IsAbstract).ToList();

        suites.Should().NotBeEmpty();
        suites.Where(suite => !run.Exists(suite.IsAssignableFrom)).Select(suite => suite.Name).Should().BeEmpty();
    }

    private static bool NeedsStorage(Type suite) =>
        suite.GetConstructors(AnyConstructor).Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(IStorageFixture)));
}
