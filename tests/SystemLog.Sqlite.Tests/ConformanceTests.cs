using SystemLog.Conformance.Issues;

namespace SystemLog.Sqlite.Tests;

public sealed class SqliteIssueStoreTests(SqliteFixture storage) : IssueStoreTests(storage), IClassFixture<SqliteFixture>;
