using Dapper;
using Microsoft.Data.Sqlite;
using SystemLog.Conformance;
using SystemLog.Storage;

namespace SystemLog.Sqlite.Tests;

public sealed class SqliteDurabilityTests
{
    [Fact]
    public async Task When_the_host_ends_everything_stands_in_the_one_file()
    {
        await using var database = new NewSqliteFile();
        var host = database.NewHost();
        var delta = Any.Delta(Any.Shop());
        await host.Storage.PrepareAsync(_ => { });
        await host.Issues.RecordAsync(delta);

        await database.EndFirstHostAsync();

        Directory.GetFiles(Path.GetDirectoryName(database.Path)!).Select(Path.GetFileName).Should().BeEquivalentTo("systemlog.db", "systemlog.db.lock");
        var next = database.NewHost();
        await next.Storage.PrepareAsync(_ => { });
        (await next.Queries.FindAsync(delta)).Count.Should().Be(1);
    }

    [Fact]
    public async Task The_log_is_moved_into_the_database_as_it_grows()
    {
        await using var database = new NewSqliteFile();
        var host = database.NewHost();
        await host.Storage.PrepareAsync(_ => { });
        var shop = Any.Shop();

        for (var batch = 0; batch < 120; batch++)
        {
            await host.Issues.RecordAsync([.. Enumerable.Range(0, 100).Select(_ => Any.Delta(shop))]);
        }

        new FileInfo(database.Path + "-wal").Length.Should().BeLessThan(32 * 1024 * 1024, "a hundred and twenty batches write several times that");
        new FileInfo(database.Path).Length.Should().BeGreaterThan(2 * 1024 * 1024);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var database = new NewSqliteFile();
        await database.RunScriptAsync();
        await using (var connection = new SqliteConnection(database.ConnectionString + ";Pooling=False"))
        {
            await connection.ExecuteAsync("insert into systemlog_schema_version (version, name, applied_at) values (99, 'Later', 0)");
        }

        var prepare = () => database.NewHost().Storage.PrepareAsync(_ => { });

        (await prepare.Should().ThrowAsync<StorageException>().WithMessage("*version 99*")).Which.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_of_and_not_touched()
    {
        await using var database = new NewSqliteFile();
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 100));
        await File.WriteAllTextAsync(database.Path, text);

        var prepare = () => database.NewHost().Storage.PrepareAsync(_ => { });

        await prepare.Should().ThrowAsync<StorageException>().WithMessage("*not a database*");
        (await File.ReadAllTextAsync(database.Path)).Should().Be(text);
    }
}
