using Dapper;
using Npgsql;
using SystemLog.Conformance;
using SystemLog.Storage;

namespace SystemLog.PostgreSql.Tests;

public sealed class SeveralHostsTests(PostgreSqlFixture storage)
{
    [Fact]
    public async Task Hosts_that_start_at_once_make_the_tables_once()
    {
        await using var database = storage.NewDatabase();
        var hosts = Enumerable.Range(0, 6).Select(_ => database.NewHost()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Storage.PrepareAsync(_ => { }))));

        var delta = Any.Delta(Any.Shop());
        await Task.WhenAll(hosts.Select(host => host.Issues.RecordAsync(delta)));
        (await hosts[0].Queries.FindAsync(delta)).Count.Should().Be(6);
    }

    [Fact]
    public async Task The_schema_may_have_another_name()
    {
        await using var database = (NewPostgreSqlDatabase)storage.NewDatabase();
        var host = database.NewPostgreSqlHost("shop_log");
        var delta = Any.Delta(Any.Shop());

        await host.Storage.PrepareAsync(_ => { });
        await host.Issues.RecordAsync(delta);

        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=False");
        (await connection.ExecuteScalarAsync<long>("select count(*) from shop_log.issue")).Should().Be(1);
    }

    [Fact]
    public async Task A_host_without_the_right_to_make_tables_works_where_they_are_made()
    {
        await using var database = (NewPostgreSqlDatabase)storage.NewDatabase();
        var user = $"writer_{Any.Number()}";
        await database.RunScriptAsync();
        await using (var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=False"))
        {
            await connection.ExecuteAsync(
                $"""
                create role {user} login;
                grant usage on schema systemlog to {user};
                grant select, insert, update, delete on all tables in schema systemlog to {user};
                """);
        }

        await using var host = new PostgreSqlHost(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = user }.ToString());
        var delta = Any.Delta(Any.Shop());

        await host.Storage.PrepareAsync(_ => { });
        await host.Issues.RecordAsync(delta);

        (await host.Queries.FindAsync(delta)).Count.Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told_of_without_secrets()
    {
        await using var host = new PostgreSqlHost("Host=127.0.0.1;Port=1;Username=shop;Password=hunter2");

        var record = () => host.Issues.RecordAsync(Any.Delta(Any.Shop()));

        var thrown = (await record.Should().ThrowAsync<StorageException>()).Which;
        thrown.IsTransient.Should().BeTrue();
        thrown.Message.Should().NotContain("hunter2");
    }
}
