using Microsoft.Extensions.DependencyInjection;

namespace SystemLog.Sqlite.Tests;

public sealed class SqliteFileTests
{
    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shop;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=file::memory:?cache=shared")]
    [InlineData("Cache=Shared")]
    public void A_database_in_memory_is_refused_at_once(string connectionString)
    {
        var use = () => new ServiceCollection().AddSystemLog().UseSqlite(connectionString);

        use.Should().Throw<ArgumentException>().WithMessage("*is not a file that SystemLog can keep its data in*Data Source=systemlog.db*");
    }

    [Fact]
    public void A_second_storage_is_refused_and_both_are_named()
    {
        var builder = new ServiceCollection().AddSystemLog().UseSqlite("Data Source=a.db");

        var again = () => builder.UseThrowawaySqlite();

        again.Should().Throw<InvalidOperationException>().WithMessage("UseThrowawaySqlite cannot be added to UseSqlite*");
    }

    [Fact]
    public async Task Only_the_hosts_user_reads_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await using var database = new NewSqliteFile();
        await database.NewHost().Storage.PrepareAsync(_ => { });

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database.Path)!, "*.db*").Where(file => !file.EndsWith(".pid", StringComparison.Ordinal)))
        {
            (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)).Should().Be(UnixFileMode.None, file);
        }
    }
}
