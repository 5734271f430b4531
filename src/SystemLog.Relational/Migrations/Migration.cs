using System.Reflection;

namespace SystemLog.Migrations;

/// <summary>One step of the schema, forward only.</summary>
/// <param name="Version">The version the database has after it, from 1.</param>
/// <param name="Name">The name, from the file "V001_Name.sql".</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Reads the files "Migrations/V001_Name.sql" embedded in an assembly, the oldest first.</summary>
    /// <exception cref="InvalidOperationException">A version is missing or there twice.</exception>
    public static IReadOnlyList<Migration> Of(Assembly assembly)
    {
        var migrations = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Version)
            .ToList();
        return migrations.Select(migration => migration.Version).SequenceEqual(Enumerable.Range(1, migrations.Count))
            ? migrations
            : throw new InvalidOperationException($"The migrations of {assembly.GetName().Name} are not numbered without gaps from 1.");
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var file = resource.Split('.')[^2];
        return new(int.Parse(file.AsSpan(1, 3)), file[5..], reader.ReadToEnd());
    }
}
