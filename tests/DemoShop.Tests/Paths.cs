using System.Reflection;

namespace DemoShop.Tests;

/// <summary>Where the build put what these tests start and write.</summary>
internal static class Paths
{
    /// <summary>The demo's program.</summary>
    public static string DemoShop { get; } = Of("DemoShop");

    /// <summary>The pictures of the README.</summary>
    public static string Images { get; } = Of("Images");

    private static string Of(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
