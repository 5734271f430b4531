using Microsoft.Extensions.DependencyInjection;

namespace SystemLog.PostgreSql.Tests;

public sealed class PostgreSqlSettingsTests
{
    [Fact]
    public void What_the_connection_string_leaves_open_is_short()
    {
        var settings = PostgreSqlSettings.Parse("Host=db;Database=shop");

        (settings.Timeout, settings.CommandTimeout, settings.Enlist, settings.ApplicationName).Should().Be((5, 15, false, "SystemLog"));
    }

    [Theory]
    [InlineData("Host=db;Timeout=7;Command Timeout=90;Application Name=Shop")]
    [InlineData("Host=db;timeout=7;CommandTimeout=90;ApplicationName=Shop")]
    public void What_the_connection_string_says_counts(string connectionString)
    {
        var settings = PostgreSqlSettings.Parse(connectionString);

        (settings.Timeout, settings.CommandTimeout, settings.ApplicationName).Should().Be((7, 90, "Shop"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Log")]
    [InlineData("my-log")]
    [InlineData("log\n")]
    [InlineData("log; drop schema public")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void A_schema_that_would_need_quotes_is_refused(string schema)
    {
        var use = () => new ServiceCollection().AddSystemLog().UsePostgreSql("Host=db", options => options.Schema = schema);

        use.Should().Throw<ArgumentException>().WithMessage($"'{schema}' is no schema name*");
    }

    [Fact]
    public void A_second_storage_is_refused_and_both_are_named()
    {
        var builder = new ServiceCollection().AddSystemLog().UsePostgreSql("Host=db");

        var again = () => builder.UseSqlite("Data Source=a.db");

        again.Should().Throw<InvalidOperationException>().WithMessage("UseSqlite cannot be added to UsePostgreSql*");
    }
}
